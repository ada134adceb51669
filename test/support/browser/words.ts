import { existsSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { pathOf, textOf } from '../repository.js';

export type Language = 'es' | 'pt' | 'en';
/** Gives what the product says for a message id; `values` fill its placeholders. */
export type Words = (id: string, values?: Record<string, unknown>) => string;

const LANGUAGES: readonly Language[] = ['es', 'pt', 'en'];
const FOLDERS = ['', 'channel/', 'duties/', 'frame/', 'people/'];
const known = new Map<Language, Words>();
const po = formatter();

/**
 * What the web app says in a language, by message id (the Spanish source text), so that a journey finds a button by its
 * name and not by its look. Elements within a message are left out. Throws for an id that no catalogue has: then the copy changed, and the test follows it.
 */
export function wordsIn(language: Language): Words {
  const words = known.get(language) ?? load(language);
  known.set(language, words);
  return words;
}

/** Matches a text that is what the product says for a message id, in whichever language; a label may end in a space. */
export const wholeText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(`^(${inEachLanguage(id, values)})\\s*$`);

/** Matches a text that begins with what the product says: of a link that counts, what follows is the number. */
export const startOfText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(`^(${inEachLanguage(id, values)})`);

/** Matches a text in which the product says it, in whichever language. */
export const partOfText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(inEachLanguage(id, values));

/** Matches what one of these patterns does. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'));

const inEachLanguage = (id: string, values?: Record<string, unknown>): string =>
  LANGUAGES.map((language) => literal(wordsIn(language)(id, values))).join('|');

/** In the place of a value that a test does not know. */
export const ANY = '\uE000';

/** Matches a message that is a plural and nothing else, with any number in it. */
export function anyCount(id: string): RegExp {
  const [, name] = /^\{(\w+), plural/.exec(id) ?? [];
  if (!name) throw new Error(`«${id}» is not a plural`);
  const forms = [1, 2].map((count) => inEachLanguage(id, { [name]: count }));
  return new RegExp(`^(${forms.join('|').replace(/[12]/g, '[\\d.,]+')})$`);
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(ANY, '.*');

function load(language: Language): Words {
  const messages: Record<string, string> = {};
  for (const folder of FOLDERS) {
    const path = `apps/web/src/locales/${folder}${language}.po`;
    if (!existsSync(pathOf(path))) continue;
    const catalogue = po.parse(textOf(path), {
      locale: language,
      sourceLocale: 'es',
      filename: path,
    }) as Record<string, { message?: string; translation?: string }>;
    for (const [key, { message = key, translation }] of Object.entries(catalogue)) {
      messages[message] = translation || message;
    }
  }
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  i18n.setMessagesCompiler(compileMessage);
  return (id, values) => {
    if (!(id in messages)) throw new Error(`No message «${id}» in the ${language} catalogues`);
    return i18n._(id, values).replaceAll(/<\/?\d+\/?>/g, '');
  };
}
