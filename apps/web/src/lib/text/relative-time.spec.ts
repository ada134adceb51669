import { relativeTime, shortTime } from './relative-time';

const DAY = 86_400_000;
const NOW = Date.UTC(2031, 4, 20, 12);

test.each([
  [-20_000, 'ahora'],
  [-61_000, 'hace 1 minuto'],
  [-5 * 3_600_000, 'hace 5 horas'],
  [-DAY, 'ayer'],
  [-40 * DAY, 'hace 40 días'],
  [30 * DAY, 'dentro de 30 días'],
  [30 * DAY - 1_000, 'dentro de 29 días'],
  [59 * DAY, 'dentro de 59 días'],
  [75 * DAY, 'dentro de 2 meses'],
  [800 * DAY, 'dentro de 2 años'],
])('relativeTime describes a time %i ms away in the right unit', (off, words) => {
  expect(relativeTime('es', NOW + off, NOW)).toBe(words);
});

const at = (month: number, day: number, hour = 9, year = 2031) =>
  new Date(year, month - 1, day, hour, 5).getTime();

test.each([
  [at(5, 20), '9:05'],
  [at(5, 19, 23), 'ayer'],
  [at(5, 19, 0), 'ayer'],
  [at(5, 18), 'domingo'],
  [at(5, 14), 'miércoles'],
  [at(5, 13), '13 may'],
  [at(5, 13, 9, 2030), '13/5/30'],
])('shortTime formats the time %i in a few letters for a list', (moment, words) => {
  expect(shortTime('es', moment, at(5, 20, 12))).toBe(words);
});
