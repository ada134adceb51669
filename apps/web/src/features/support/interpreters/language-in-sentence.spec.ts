import { beginsText, joinLanguages, languageInSentence } from './language-in-sentence';

test.each([
  ['Español', 'es', 'español'],
  ['Español', 'pt', 'español'],
  ['Portuguese', 'en', 'Portuguese'],
  ['Árabe', 'pt', 'árabe'],
  ['Criollo de Belice', 'es', 'criollo de Belice'],
  ['Lengua de señas peruana (LSP)', 'es', 'lengua de señas peruana (LSP)'],
  ['Rapa Nui', 'es', 'rapa nui'],
  ['Sateré-Mawé', 'pt', 'sateré-mawé'],
  ['Nasa yuwe', 'es', 'nasa yuwe'],
  ['Kʼicheʼ', 'es', 'kʼicheʼ'],
  ['Libras', 'pt', 'Libras'],
])('Inside a sentence, %s in %s is written %s', (name, locale, written) => {
  expect(languageInSentence(name, locale)).toBe(written);
});

test('A list of languages begins a text with a capital, and continues as its language does', () => {
  const of = (names: string[], locale: string) => beginsText(joinLanguages(names, locale), locale);
  expect(of(['Español', 'Portugués'], 'es')).toBe('Español y portugués');
  expect(of(['Espanhol', 'Português'], 'pt')).toBe('Espanhol e português');
  expect(of(['Spanish', 'Portuguese'], 'en')).toBe('Spanish and Portuguese');
});
