import {
  isWithinAudienceCeiling,
  fieldKindsWithCeiling,
  startingFieldAudience,
} from './audiences.js';

it('the starting audience of a profile field follows from the joining answer or from the default of the field', () => {
  expect(startingFieldAudience('issueAreas', true)).toBe('members');
  expect(startingFieldAudience('issueAreas', false)).toBe('groups');
  expect(startingFieldAudience('skills', true)).toBe('groups');
  expect(startingFieldAudience('contact', true)).toBe('onlyMe');
});

it('isWithinAudienceCeiling rejects an audience wider than the ceiling of the profile field', () => {
  expect(isWithinAudienceCeiling('contact', 'allies')).toBe(true);
  expect(isWithinAudienceCeiling('contact', 'groups')).toBe(false);
  expect(isWithinAudienceCeiling('region', 'members')).toBe(false);
  expect(isWithinAudienceCeiling('organisation', 'members')).toBe(true);
  expect(fieldKindsWithCeiling('allies')).toEqual(['contact']);
});
