import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#kernel/language.js';

/** Whether a page without script sent this. */
export const isForm = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** The language that a form names in `lang`; Spanish for anything else. */
export function languageIn(body: unknown): Language {
  const { lang } = (body ?? {}) as { lang?: unknown };
  return isLanguage(lang) ? lang : 'es';
}
