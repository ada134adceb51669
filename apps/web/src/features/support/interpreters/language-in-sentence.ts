/** Names that are written with a capital in every position. */
const ACRONYMS: ReadonlySet<string> = new Set(['Libras']);

const withFirst = (text: string, first: (letter: string) => string): string =>
  text.replace(/^./u, first);

/**
 * Writes the name of a language as inside a sentence: Spanish and Portuguese use lower case, English a capital. Names
 * of places in it keep theirs: `criollo de Belice`.
 */
export function languageInSentence(name: string, locale: string): string {
  if (locale === 'en' || ACRONYMS.has(name)) return name;
  const parts = name.split(/(?<=[ -])/u);
  // `Rapa Nui` and `Sateré-Mawé` are names as a whole.
  const isWhole = parts.every((part) => /^\p{Lu}/u.test(part));
  return parts
    .map((part, at) =>
      at === 0 || isWhole ? withFirst(part, (it) => it.toLocaleLowerCase(locale)) : part,
    )
    .join('');
}

/** Joins names of languages: `español y portugués`. */
export function joinLanguages(names: readonly string[], locale: string): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(names.map((name) => languageInSentence(name, locale)));
}

/** Makes the first letter upper-case, for a text that begins with the name of a language. */
export const beginsText = (text: string, locale: string): string =>
  withFirst(text, (it) => it.toLocaleUpperCase(locale));
