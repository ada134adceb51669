import type { Policy } from '../engine/policy-rules.js';
import { nameVisibilityConditions } from '../facts/name-visibility.js';

/**
 * The viewer must be allowed to see the person's name. The viewer must also be in the organisation, or see the
 * organisation and belong to the audience that the person chose for this affiliation.
 */
export const affiliationPolicy: Policy<'Affiliation'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const { plain } = viewer.groups;
  const inside = { peopleIds: viewer.accountId };
  const held = { ...inside, spokespersonIds: viewer.accountId };
  const own = { accountId: viewer.accountId };
  const places = [
    { organisationEndedAt: null, organisationAudience: 'members' },
    {
      organisationEndedAt: null,
      organisationAudience: 'groups',
      organisationOpenToGroupIds: { $in: plain },
    },
  ] as const;
  const audiences = [
    { audience: 'members' },
    { audience: { $in: ['groups', 'members'] }, openToGroupIds: { $in: plain } },
    { audience: { $in: ['allies', 'groups', 'members'] }, accountId: { $in: viewer.allies } },
  ] as const;
  for (const named of nameVisibilityConditions(viewer)) {
    allow('read', { ...named, ...inside });
    allow(['remove', 'handOver'], { ...named, ...held });
    for (const place of places) {
      for (const audience of audiences) allow('read', { ...named, ...place, ...audience });
    }
  }
  forbid(['read', 'remove', 'handOver'], { hiddenFromIds: viewer.accountId });
  forbid('remove', own).because('affiliation.leaveInstead');
  forbid('handOver', own).because('affiliation.own');
  allow(['read', 'edit', 'leave'], own);
};
