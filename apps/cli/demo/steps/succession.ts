import { GroupMembersService } from '#groups/members/group-members.service.js';
import { SuccessionService } from '#groups/succession/succession.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { GroupAndChannelIds } from './groups.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** The only steward of a group left it, and Lucrecia, who facilitates it, is asked to take their place. */
const LEFT = { group: 'nine', steward: 'itzel' } as const;

export function successionSteps(stage: DemoContext, places: GroupAndChannelIds): DemoStep[] {
  const leave = async () => {
    const accountId = stage.accountOf(LEFT.steward);
    const own = await stage.get(MembershipsService).activeOf(accountId, places.get(LEFT.group)!);
    const viewer = await stage.viewer(LEFT.steward);
    await stage.get(GroupMembersService).leave(viewer, own!.id, {
      isSuccessionKnown: true,
      deletesMessages: false,
    });
  };
  const ask = () => stage.get(SuccessionService).settle(places.get(LEFT.group)!);
  return [
    { daysAgo: 17, run: leave },
    { daysAgo: 2, run: ask },
  ];
}
