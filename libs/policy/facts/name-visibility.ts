import type { NameVisibilityFacts } from './group-facts.js';
import type { RuleConditions } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

/**
 * The alternative conditions under which the viewer may see a member's name. A rule combines each of them with its own
 * conditions.
 */
export const nameVisibilityConditions = ({
  groups,
  allies,
}: Viewer): readonly RuleConditions<NameVisibilityFacts>[] => {
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
