import 'reflect-metadata';
import { Attestation } from './vouch.entity.js';
import { sortAttestationsByWeight, sortVouchesByWeight, vouchWeightOf } from './vouch-weight.js';

const { metInPerson, workedTogether, seenWork, knowOrganisation, onlyOnline } = Attestation;

test('vouchWeightOf weighs working together and meeting most, then seen work, then online contact', () => {
  expect([[workedTogether], [metInPerson]].map(vouchWeightOf)).toEqual(['strong', 'strong']);
  expect([[knowOrganisation], [seenWork]].map(vouchWeightOf)).toEqual(['some', 'some']);
  expect(vouchWeightOf([onlyOnline])).toBe('light');
  expect(vouchWeightOf([onlyOnline, seenWork, metInPerson])).toBe('strong');
  expect(vouchWeightOf([])).toBeNull();
});

test('attestations and vouches are sorted by weight, heaviest first', () => {
  expect(
    sortAttestationsByWeight([onlyOnline, seenWork, metInPerson, knowOrganisation, workedTogether]),
  ).toEqual([...[workedTogether, metInPerson], ...[knowOrganisation, seenWork, onlyOnline]]);
  const vouches = [[onlyOnline], [seenWork], [], [metInPerson], [workedTogether]];
  const ordered = sortVouchesByWeight(vouches.map((attestations, at) => ({ attestations, at })));
  expect(ordered.map(({ at }) => at)).toEqual([3, 4, 1, 0, 2]);
});
