import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '#kernel/language.js';

/** The untrusted fields of a form or a query. */
export type FormFields = Readonly<Record<string, unknown>> | undefined;

export const localisedPaths = (page: string): string[] =>
  LANGUAGES.map((language) => `${language}/${page}`);

export function pageLanguage({ url }: FastifyRequest): Language {
  const [, first] = url.split(/[/?]/);
  return LANGUAGES.find((language) => language === first) ?? 'es';
}

/** The text of a field, or an empty string if it is missing or not a string. */
export function formFieldText(form: FormFields, name: string): string {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
}

/** The token of a mailed link, or undefined if it is malformed. */
export function mailLinkTokenOf(form: FormFields): string | undefined {
  const token = formFieldText(form, 't');
  return /^[\w-]{43}$/.test(token) ? token : undefined;
}
