import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#kernel/language.js';

/** Whether the request comes from an HTML form of a page without JavaScript. */
export const isHtmlFormRequest = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** The language in the form field `lang`; Spanish by default. */
export function languageOfForm(body: unknown): Language {
  const { lang } = (body ?? {}) as { lang?: unknown };
  return isLanguage(lang) ? lang : 'es';
}
