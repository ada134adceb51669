import { workingHoursIn } from './working-hours-text';

const HOURS = JSON.stringify({
  ...{ zone: 'America/Lima', weekdays: [1, 5], from: 540, to: 1_440 },
  holidays: [{ date: '2027-07-28', country: 'territory:PE' }],
});

it.each([
  ['es', ['lunes y viernes', '28 de julio de 2027 · Perú', 'Lima']],
  ['pt', ['segunda-feira e sexta-feira', '28 de julho de 2027 · Perú', 'Lima']],
  ['en', ['Monday and Friday', 'July 28, 2027 · Perú', '9:00 AM – 11:59 PM']],
])('the reader reads the hours in %s', (language, parts) => {
  const text = workingHoursIn(HOURS, language, () => 'Perú').replaceAll(/[\u2009\u202f]/g, ' ');
  for (const part of parts) expect(text).toContain(part);
});

it('leaves the text of a request from before as it is', () => {
  const text = 'America/Lima\nlun mar';
  expect(workingHoursIn(text, 'es', () => undefined)).toBe(text);
});
