import {
  isWithinAudienceCeiling,
  fieldKindsWithCeiling,
  startingFieldAudience,
} from './audiences.js';

it('derives the starting audience of a field from the answer or from its default', () => {
  expect(startingFieldAudience('issueAreas', true)).toBe('members');
  expect(startingFieldAudience('issueAreas', false)).toBe('groups');
  expect(startingFieldAudience('skills', true)).toBe('groups');
  expect(startingFieldAudience('contact', true)).toBe('onlyMe');
});

it('limits a field to its ceiling', () => {
  expect(isWithinAudienceCeiling('contact', 'allies')).toBe(true);
  expect(isWithinAudienceCeiling('contact', 'groups')).toBe(false);
  expect(isWithinAudienceCeiling('region', 'members')).toBe(false);
  expect(isWithinAudienceCeiling('organisation', 'members')).toBe(true);
  expect(fieldKindsWithCeiling('allies')).toEqual(['contact']);
});
