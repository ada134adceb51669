import type { Policy } from '../engine/policy-rules.js';

/** A profile is visible to viewers who may see its name; profile-field.policy.ts defines the audiences. */
export const profilePolicy: Policy<'Profile'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { ownerId: viewer.accountId };
  const ofOthers = ['read', 'askIntroduction', 'invite', 'block', 'report'] as const;
  const ofMembers = { ownerStanding: 'member' } as const;
  allow(ofOthers, { ...ofMembers, nameAudience: 'members' });
  allow(ofOthers, {
    ...ofMembers,
    nameAudience: 'groups',
    nameOpenToGroupIds: { $in: viewer.groups.plain },
  });
  allow(ofOthers, {
    ...ofMembers,
    nameAudience: { $in: ['allies', 'groups', 'members'] },
    ownerId: { $in: viewer.allies },
  });
  forbid('askIntroduction', { takesRequests: false }).because('introduction.notTaking');
  // Only allies can invite a member who takes no requests into a group or an organisation.
  forbid('invite', { takesRequests: false, ownerId: { $nin: viewer.allies } }).because(
    'person.notTaking',
  );
  forbid('askIntroduction', { ownerId: { $in: viewer.allies } }).because('alliance.already');
  forbid(['askIntroduction', 'invite', 'block', 'report'], own);
  forbid(ofOthers, { hiddenFromIds: viewer.accountId });
  allow(['read', 'edit'], own);
};
