import type { NamedFacts } from './group-facts.js';
import type { Conditions } from '../engine/rules.js';
import type { Viewer } from '../viewer.js';

/** How a name may be seen; see profile.policy.ts. One of these must hold, with whatever else is asked. */
export const waysToSeeAName = ({ groups, allies }: Viewer): readonly Conditions<NamedFacts>[] => {
  const ownerStanding = 'member';
  return [
    { ownerStanding, nameAudience: 'members' },
    { ownerStanding, nameAudience: 'groups', nameOpenToGroupIds: { $in: groups.plain } },
    {
      ownerStanding,
      nameAudience: { $in: ['allies', 'groups', 'members'] },
      accountId: { $in: allies },
    },
  ];
};
