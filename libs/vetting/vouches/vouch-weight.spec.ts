import 'reflect-metadata';
import { Attestation } from './vouch.entity.js';
import { byWeight, heaviestFirst, weightOf } from './vouch-weight.js';

const { metInPerson, workedTogether, seenWork, knowOrganisation, onlyOnline } = Attestation;

test('ranks working together or meeting first, then seen work, then online contact', () => {
  expect([[workedTogether], [metInPerson]].map(weightOf)).toEqual(['strong', 'strong']);
  expect([[knowOrganisation], [seenWork]].map(weightOf)).toEqual(['some', 'some']);
  expect(weightOf([onlyOnline])).toBe('light');
  expect(weightOf([onlyOnline, seenWork, metInPerson])).toBe('strong');
  expect(weightOf([])).toBeNull();
});

test('sorts attestations and vouches by weight, heaviest first', () => {
  expect(byWeight([onlyOnline, seenWork, metInPerson, knowOrganisation, workedTogether])).toEqual([
    ...[workedTogether, metInPerson],
    ...[knowOrganisation, seenWork, onlyOnline],
  ]);
  const vouches = [[onlyOnline], [seenWork], [], [metInPerson], [workedTogether]];
  const ordered = heaviestFirst(vouches.map((attestations, at) => ({ attestations, at })));
  expect(ordered.map(({ at }) => at)).toEqual([3, 4, 1, 0, 2]);
});
