import { MakeSuggestion } from '#introductions/suggestions/make-suggestion.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { GroupAndChannelIds } from './groups.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** A steward suggests to two members of a group that they should meet. */
const SUGGESTED = {
  ...{ group: 'one', steward: 'steward1', two: ['member1', 'nelly'] },
  line: 'Las dos llevan cuentas de lo que el río trae y se lleva. Tienen mucho que contarse.',
} as const;

export function suggestionSteps(stage: DemoContext, places: GroupAndChannelIds): DemoStep[] {
  const { group, steward, two, line } = SUGGESTED;
  const membershipOf = async (handle: string) => {
    const accountId = stage.accountOf(handle);
    return (await stage.get(MembershipsService).activeOf(accountId, places.get(group)!))!.id;
  };
  const run = async () => {
    const [oneId, otherId] = await Promise.all(two.map(membershipOf));
    const input = { oneId: oneId!, otherId: otherId!, line };
    await stage.get(MakeSuggestion).make(await stage.viewer(steward), input);
  };
  return [{ daysAgo: 3, run }];
}
