import { areNamesConfusable, mixesScripts } from './confusable-names.js';

it.each([
  ['Bén Ñandú', ' ben-ñandu '],
  ['Ana Paz', 'Аnа Раz'],
  ['Ana Paz', 'АNA PAZ'],
  ['Rosa 10', 'Rosa lO'],
  ['Ñusta', 'Nusta'],
  ['Olmo', 'OIrno'],
  ['Анна', 'анна'],
  ['Maritza Yacu', 'ᴍaritza Yacu'],
  ['Caio', 'Cᴀıᴏ'],
  ['Rosa', 'ʀᴏꜱᴀ'],
])('areNamesConfusable treats %s and %s as the same name', (a, b) => {
  expect(areNamesConfusable(a, b)).toBe(true);
  expect(areNamesConfusable(b, a)).toBe(true);
});

it.each([
  ['Ana Paz', 'Ana Luz'],
  ['Rosa', 'Rosas'],
  ['Lila', 'Lola'],
  ['🌊', '🌙'],
])('areNamesConfusable distinguishes %s from %s', (a, b) => {
  expect(areNamesConfusable(a, b)).toBe(false);
});

it('mixesScripts detects names that mix letters of two scripts', () => {
  expect(['Аna', 'Ana Ωmega', 'Ꭺna'].map(mixesScripts)).toEqual([true, true, true]);
  const single = ['Ana', 'Ñandú g̃uarani', 'Анна', 'Ωμέγα', 'mbo’e', 'Q’eqchi’ 3', '山田 Ana', '🌊'];
  expect(single.filter(mixesScripts)).toEqual([]);
});
