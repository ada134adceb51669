import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { MembershipEnded, MembershipStarted, PersonaChanged } from '#members/members.events.js';
import { MembershipsService } from '#members/memberships.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import {
  AgreementsConsented,
  AgreementsPublished,
  AgreementsRemoved,
  FacilitatorsChanged,
  GroupPrivacyChanged,
  StewardsChanged,
} from './groups.events.js';
import { GroupMembersService } from './members/group-members.service.js';

interface InGroup {
  groupId: string;
}

@Injectable()
export class StewardSuccessionHandlers {
  constructor(private readonly members: GroupMembersService) {}

  @On(MembershipEnded, { id: 'KeepGroupsHeld.whenSomeoneIsGone' })
  whenSomeoneIsGone({ groupId }: InGroup): Promise<void> {
    return this.members.ensureSteward(groupId);
  }
}

/**
 * Notifies the members of a group about changes. No policy check is needed, because every active member may read the
 * group.
 */
@Injectable()
export class GroupChangeNotifier {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(MembershipStarted, { id: 'TellAGroupOfItsPeople.whenSomeoneJoins' })
  whenSomeoneJoins({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(MembershipEnded, { id: 'TellAGroupOfItsPeople.whenSomeoneIsGone' })
  whenSomeoneIsGone({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(PersonaChanged, { id: 'TellAGroupOfItsPeople.whenSomeoneTakesAnotherName' })
  whenSomeoneTakesAnotherName({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(StewardsChanged, { id: 'TellAGroupOfItsPeople.whenAnotherHoldsIt' })
  whenAnotherHoldsIt({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(FacilitatorsChanged)
  whenFacilitatorsChange({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(GroupPrivacyChanged, { id: 'TellAGroupOfItsPeople.whenOthersSeeItOrNot' })
  whenOthersSeeItOrNot({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(AgreementsPublished, { id: 'GroupChangeNotifier.whenAgreementsChange' })
  whenAgreementsChange({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(AgreementsRemoved)
  whenAgreementsAreRemoved({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  /** Only the other devices of the member: consent is nobody else's news. */
  @On(AgreementsConsented, { id: 'GroupChangeNotifier.whenSomeoneConsents' })
  async whenSomeoneConsents({ groupId, accountId }: InGroup & { accountId: string }) {
    this.realtime.tell([accountId], { subject: 'group', id: groupId });
  }

  private async tell(groupId: string): Promise<void> {
    const inside = await this.memberships.activeAccountIdsIn(groupId);
    this.realtime.tell(inside, { subject: 'group', id: groupId });
  }
}
