import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { MembershipEnded, MembershipStarted, PersonaChanged } from '#members/members.events.js';
import { MembershipsService } from '#members/memberships.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { GroupPrivacyChanged, StewardsChanged } from './groups.events.js';
import { GroupMembersService } from './members/group-members.service.js';

interface InGroup {
  groupId: string;
}

@Injectable()
export class KeepGroupsHeld {
  constructor(private readonly members: GroupMembersService) {}

  @On(MembershipEnded)
  whenSomeoneIsGone({ groupId }: InGroup): Promise<void> {
    return this.members.keepHeld(groupId);
  }
}

/**
 * Notifies the members of a group about changes. No policy check is needed, because every active member may read the
 * group.
 */
@Injectable()
export class TellAGroupOfItsPeople {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(MembershipStarted)
  whenSomeoneJoins({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(MembershipEnded)
  whenSomeoneIsGone({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(PersonaChanged)
  whenSomeoneTakesAnotherName({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(StewardsChanged)
  whenAnotherHoldsIt({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(GroupPrivacyChanged)
  whenOthersSeeItOrNot({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  private async tell(groupId: string): Promise<void> {
    const inside = await this.memberships.activeAccountIdsIn(groupId);
    this.realtime.tell(inside, { subject: 'group', id: groupId });
  }
}
