import type { NamedFacts } from './group-facts.js';
import type { Conditions } from '../engine/rules.js';
import type { Viewer } from '../viewer.js';

/**
 * The alternative conditions under which the viewer may see a member's name. A rule combines each of them with its own
 * conditions.
 */
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
