import { markdownToPlainText } from './markdown-to-plain-text';

test.each([
  ['**Ahora** _sí_', 'Ahora sí'],
  ['# Acta\n\nPrimer punto', 'Acta\nPrimer punto'],
  ['- uno\n- `dos`', 'uno\ndos'],
  ['> dijo ella\n\nvale', 'dijo ella\nvale'],
  ['[el mapa](https://mapa.example/rio)', 'el mapa'],
  ['3 * 4 = 12', '3 * 4 = 12'],
  ['**', '**'],
])('markdownToPlainText removes the Markdown signs of %j', (text, words) => {
  expect(markdownToPlainText(text)).toBe(words);
});
