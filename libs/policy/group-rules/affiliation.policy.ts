import type { Policy } from '../engine/rules.js';
import { waysToSeeAName } from '../facts/sight-of-a-name.js';

/**
 * Who is in an organisation: shown to whoever may see that person's name, and either is in it too, or sees the
 * organisation and stands in the audience that the person chose for being shown there.
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
  for (const named of waysToSeeAName(viewer)) {
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
