import { relative } from './relative';

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
])('What is %i ms off is said in a unit that says when', (off, words) => {
  expect(relative('es', NOW + off, NOW)).toBe(words);
});
