import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { isSteward } from '#members/membership.entity.js';
import {
  CoalitionEntriesEnded,
  MembershipEnded,
  MembershipStarted,
  PersonaChanged,
  StandingChanged,
} from '#members/members.events.js';
import { MembershipsService } from '#members/memberships.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import {
  AgreementsConsented,
  AgreementsPublished,
  AgreementsRemoved,
  FacilitatorsChanged,
  GroupArchived,
  GroupPrivacyChanged,
  GroupUnarchived,
  StewardsChanged,
} from './groups.events.js';
import { EmptyGroupsService } from './archive/empty-groups.service.js';
import { SuccessionService } from './succession/succession.service.js';

interface InGroup {
  groupId: string;
}

interface OfMember extends InGroup {
  membershipId: string;
  accountId: string;
}

@Injectable()
export class StewardSuccessionHandlers {
  constructor(
    private readonly empties: EmptyGroupsService,
    private readonly succession: SuccessionService,
  ) {}

  @On(MembershipEnded, { id: 'KeepGroupsHeld.whenSomeoneIsGone' })
  async whenMembershipEnds({ groupId }: InGroup): Promise<void> {
    await this.empties.closeIfEmpty(groupId);
    await this.succession.settle(groupId);
  }

  @On(StewardsChanged)
  whenStewardsChange({ groupId }: InGroup): Promise<void> {
    return this.succession.settle(groupId);
  }

  /** Ends a request that waits. */
  @On(GroupArchived)
  whenArchived({ groupId }: InGroup): Promise<void> {
    return this.succession.settle(groupId);
  }

  @On(StandingChanged)
  whenStandingChanges({ accountId }: { accountId: string }): Promise<void> {
    return this.succession.settleGroupsOf(accountId);
  }
}

/**
 * Notifies the members of a group about changes. No policy check is needed: every active member may read the group, and
 * a change of an unlisted member is told to stewards.
 */
@Injectable()
export class GroupChangeNotifier {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(MembershipStarted, { id: 'TellAGroupOfItsPeople.whenSomeoneJoins' })
  whenSomeoneJoins(of: OfMember): Promise<void> {
    return this.tellOfMember(of);
  }

  @On(MembershipEnded, { id: 'TellAGroupOfItsPeople.whenSomeoneIsGone' })
  whenSomeoneIsGone(of: OfMember): Promise<void> {
    return this.tellOfMember(of);
  }

  @On(CoalitionEntriesEnded)
  whenEntriesEnd({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(PersonaChanged, { id: 'TellAGroupOfItsPeople.whenSomeoneTakesAnotherName' })
  whenSomeoneTakesAnotherName(of: OfMember): Promise<void> {
    return this.tellOfMember(of);
  }

  @On(StewardsChanged, { id: 'TellAGroupOfItsPeople.whenAnotherHoldsIt' })
  whenAnotherHoldsIt({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(FacilitatorsChanged)
  whenFacilitatorsChange(of: OfMember): Promise<void> {
    return this.tellOfMember(of);
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

  /**
   * The time of a notice would disclose a member who is not listed, so only that member and the stewards get it. A
   * membership that was deleted meanwhile counts as not listed.
   */
  private async tellOfMember({ membershipId, groupId, accountId }: OfMember): Promise<void> {
    const [membership] = await this.memberships.byIds([membershipId]);
    if (membership && (membership.isListed || isSteward(membership))) return this.tell(groupId);
    const stewards = (await this.memberships.activeIn(groupId)).filter(isSteward);
    const own = membership?.endedAt === null ? [accountId] : [];
    const told = [...stewards.map((one) => one.accountId), ...own];
    return this.realtime.tell(told, { subject: 'group', id: groupId });
  }

  @On(GroupArchived)
  whenArchived({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  @On(GroupUnarchived)
  whenUnarchived({ groupId }: InGroup): Promise<void> {
    return this.tell(groupId);
  }

  private async tell(groupId: string): Promise<void> {
    const inside = await this.memberships.activeAccountIdsIn(groupId);
    this.realtime.tell(inside, { subject: 'group', id: groupId });
  }
}
