import { initials } from './avatar';

it.each([
  ['Teresa Nina', 'TN'],
  ['Teresa N. (apoyo)', 'TN'],
  ['Nayra (pidió apoyo)', 'N'],
  ['(sin nombre)', '(N'],
  ['', ''],
])('the initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
