import { otherMembers } from './other-members';

it('otherMembers counts the members without the viewer, and all of them if the viewer is none', () => {
  expect(otherMembers({ memberCount: 16, myMembershipId: 'm1' })).toBe(15);
  expect(otherMembers({ memberCount: 1, myMembershipId: 'm1' })).toBe(0);
  expect(otherMembers({ memberCount: 16, myMembershipId: null })).toBe(16);
  expect(otherMembers({ memberCount: null, myMembershipId: 'm1' })).toBeNull();
});
