import { isWithinCeiling, kindsWithCeiling, startingAudience } from './audiences.js';

it('derives the starting audience of a field from the answer or from its default', () => {
  expect(startingAudience('issueAreas', true)).toBe('members');
  expect(startingAudience('issueAreas', false)).toBe('groups');
  expect(startingAudience('skills', true)).toBe('groups');
  expect(startingAudience('contact', true)).toBe('onlyMe');
});

it('limits a field to its ceiling', () => {
  expect(isWithinCeiling('contact', 'allies')).toBe(true);
  expect(isWithinCeiling('contact', 'groups')).toBe(false);
  expect(isWithinCeiling('region', 'members')).toBe(false);
  expect(isWithinCeiling('organisation', 'members')).toBe(true);
  expect(kindsWithCeiling('allies')).toEqual(['contact']);
});
