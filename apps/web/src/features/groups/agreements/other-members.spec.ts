import { otherMembers } from './other-members';

it('the members besides the viewer do not include the viewer, who may be outside of a coalition', () => {
  expect(otherMembers({ memberCount: 16, myMembershipId: 'm1' })).toBe(15);
  expect(otherMembers({ memberCount: 1, myMembershipId: 'm1' })).toBe(0);
  expect(otherMembers({ memberCount: 16, myMembershipId: null })).toBe(16);
  expect(otherMembers({ memberCount: null, myMembershipId: 'm1' })).toBeNull();
});
