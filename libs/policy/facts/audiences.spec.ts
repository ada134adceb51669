import { isWithinCeiling, kindsUpTo, startingAudience } from './audiences.js';

it('starts what was asked by the answer, and the rest where the design says', () => {
  expect(startingAudience('issueAreas', true)).toBe('members');
  expect(startingAudience('issueAreas', false)).toBe('groups');
  expect(startingAudience('skills', true)).toBe('groups');
  expect(startingAudience('contact', true)).toBe('onlyMe');
});

it('cuts a field at its ceiling', () => {
  expect(isWithinCeiling('contact', 'allies')).toBe(true);
  expect(isWithinCeiling('contact', 'groups')).toBe(false);
  expect(isWithinCeiling('region', 'members')).toBe(false);
  expect(isWithinCeiling('organisation', 'members')).toBe(true);
  expect(kindsUpTo('allies')).toEqual(['contact']);
});
