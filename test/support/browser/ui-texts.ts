import { existsSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { repositoryPath, readRepositoryFile } from '../repository.js';

export type Language = 'es' | 'pt' | 'en';
/** Returns the product's text for a message id; `values` fill its placeholders. */
export type UiText = (id: string, values?: Record<string, unknown>) => string;

const LANGUAGES: readonly Language[] = ['es', 'pt', 'en'];
const FOLDERS = [
  '',
  'channel/',
  'duties/',
  'settings/',
  'frame/',
  'people/',
  'coalitions/',
  'support/',
  'cases/',
];
const known = new Map<Language, UiText>();
const po = formatter();

/**
 * Returns the web app's texts in one language by message id (the Spanish source text), so that a journey can find a
 * button by its name. Removes markup elements inside a message. Throws for an unknown id: the text of the app has then
 * changed, and the test must be changed too.
 */
export function uiTextIn(language: Language): UiText {
  const words = known.get(language) ?? load(language);
  known.set(language, words);
  return words;
}

/** Matches the text of a message id as a whole, in any language; a label may end in a space. */
export const wholeText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(`^(${inEachLanguage(id, values)})\\s*$`);

/** Matches a text that starts with the text of a message id, in any language; a count may follow. */
export const startOfText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(`^(${inEachLanguage(id, values)})`);

/** Matches a text that contains the text of a message id, in any language. */
export const partOfText = (id: string, values?: Record<string, unknown>): RegExp =>
  new RegExp(inEachLanguage(id, values));

/** Matches what any of these patterns matches. */
export const anyPattern = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'));

const inEachLanguage = (id: string, values?: Record<string, unknown>): string =>
  LANGUAGES.map((language) => literal(uiTextIn(language)(id, values))).join('|');

/** Placeholder for a value that the test does not know in advance. */
export const ANY_VALUE = '\uE000';

/** Matches a message that consists of a single plural, with any number. */
export function anyCount(id: string): RegExp {
  const [, name] = /^\{(\w+), plural/.exec(id) ?? [];
  if (!name) throw new Error(`«${id}» is not a plural`);
  const forms = [1, 2].map((count) => inEachLanguage(id, { [name]: count }));
  return new RegExp(`^(${forms.join('|').replace(/[12]/g, '[\\d.,]+')})$`);
}

const literal = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(ANY_VALUE, '.*');

function load(language: Language): UiText {
  const messages: Record<string, string> = {};
  for (const folder of FOLDERS) {
    const path = `apps/web/src/locales/${folder}${language}.po`;
    if (!existsSync(repositoryPath(path))) continue;
    const catalogue = po.parse(readRepositoryFile(path), {
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
