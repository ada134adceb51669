import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '#kernel/language.js';

/** The fields of a form or a query, as they came. */
export type Form = Readonly<Record<string, unknown>> | undefined;

/** The paths of a page in each language. */
export const inLanguages = (page: string): string[] =>
  LANGUAGES.map((language) => `${language}/${page}`);

/** The language in which a page was asked for: the first part of its address. */
export function languageOf({ url }: FastifyRequest): Language {
  const [, first] = url.split(/[/?]/);
  return LANGUAGES.find((language) => language === first) ?? 'es';
}

/** The text of a field; empty for anything else. */
export function textOf(form: Form, name: string): string {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
}

/** The secret of a mailed link, if it has the form of one. */
export function tokenOf(form: Form): string | undefined {
  const token = textOf(form, 't');
  return /^[\w-]{43}$/.test(token) ? token : undefined;
}
