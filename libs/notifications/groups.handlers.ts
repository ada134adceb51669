import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import {
  AgreementsPublished,
  FacilitatorsChanged,
  GroupArchived,
  GroupInvitationEnded,
  JoinRequestDecided,
  JoinRequested,
  MemberInvited,
  StewardshipHandedOver,
  StewardshipOfferEnded,
  StewardshipOffered,
  SuccessionRequested,
  SuccessionRequestEnded,
} from '#groups/groups.events.js';
import { MembershipsService } from '#members/memberships.service.js';
import { NotificationsService } from './notifications.service.js';

const request = (id: string) => ({
  told: { of: 'JoinRequest', id },
  news: { subject: 'joinRequest', id },
});

interface Invited {
  readonly invitationId: string;
  readonly invitedId: string;
}

const invitation = (id: string) => ({
  told: { of: 'GroupInvitation', id },
  news: { subject: 'groupInvitation', id },
});

@Injectable()
export class JoinRequestHandlers {
  constructor(
    private readonly db: Database,
    private readonly notices: NotificationsService,
  ) {}

  @On(JoinRequested, { id: 'TellStewardsWhenSomeoneAsksToJoin.whenSomeoneAsksToJoin' })
  async whenSomeoneAsksToJoin(of: { joinRequestId: string; groupId: string }): Promise<void> {
    const stewards = await this.db.query<{ account_id: string }>(
      `select account_id from membership where group_id = $1 and role = 'steward' and ended_at is null`,
      [of.groupId],
    );
    const { told, news } = request(of.joinRequestId);
    await this.notices.tell(
      stewards.map((steward) => steward.account_id),
      told,
      news,
    );
  }
}

@Injectable()
export class GroupJoiningHandlers {
  constructor(private readonly notices: NotificationsService) {}

  @On(JoinRequestDecided, { id: 'TellWhoeverMayJoin.whenTheRequestIsDecided' })
  async whenTheRequestIsDecided(of: { joinRequestId: string; accountId: string }): Promise<void> {
    const { told, news } = request(of.joinRequestId);
    await this.notices.tell([of.accountId], told, news);
  }

  @On(MemberInvited, { id: 'TellWhoeverMayJoin.whenSomeoneIsInvited' })
  async whenSomeoneIsInvited({ invitationId, invitedId }: Invited): Promise<void> {
    const { told, news } = invitation(invitationId);
    await this.notices.tell([invitedId], told, news);
  }

  /** Notifies only open pages, because the invitation no longer waits for an answer. */
  @On(GroupInvitationEnded, { id: 'TellWhoeverMayJoin.whenAnInvitationEnds' })
  async whenAnInvitationEnds({ invitationId, invitedId }: Invited): Promise<void> {
    const { told, news } = invitation(invitationId);
    await this.notices.tellPages([invitedId], told, news);
  }
}

interface RoleChange {
  readonly membershipId: string;
  readonly groupId: string;
  readonly accountId: string;
  readonly byId: string;
}

@Injectable()
export class GroupRoleHandlers {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
    private readonly notices: NotificationsService,
  ) {}

  /** Blocks have no effect inside a shared group, except that neither member causes a notification to the other. */
  @On(StewardshipOffered, { id: 'TellWhoeverMayHold.whenSomeoneIsAsked' })
  async whenSomeoneIsAsked({ membershipId: id, accountId, byId }: RoleChange): Promise<void> {
    if (await this.isHidden(accountId, byId)) return;
    const told = { of: 'Membership', id, action: 'declineStewardship' };
    await this.notices.tell([accountId], told, { subject: 'stewardshipOffer', id });
  }

  @On(StewardshipHandedOver, { id: 'TellWhoeverMayHold.whenOneTakesOver' })
  async whenOneTakesOver({ membershipId, groupId, accountId, byId }: RoleChange): Promise<void> {
    if (await this.isHidden(accountId, byId)) return;
    const told = { of: 'Membership', id: membershipId };
    await this.notices.tell([accountId], told, { subject: 'group', id: groupId });
  }

  @On(StewardshipOfferEnded, { id: 'TellWhoeverMayHold.whenAnOfferEnds' })
  async whenAnOfferEnds({ membershipId: id, accountId }: Omit<RoleChange, 'groupId' | 'byId'>) {
    this.notices.refresh([accountId], { subject: 'stewardshipOffer', id });
  }

  /** A facilitator who gave the role up knows. */
  @On(FacilitatorsChanged)
  async whenFacilitatorsChange({
    membershipId,
    groupId,
    accountId,
    byId,
  }: RoleChange): Promise<void> {
    if (byId === accountId || (await this.isHidden(accountId, byId))) return;
    const told = { of: 'Membership', id: membershipId };
    await this.notices.tell([accountId], told, { subject: 'group', id: groupId });
  }

  /** Notifies nobody if the group was brought back before the event is handled. */
  @On(GroupArchived)
  async whenArchived({ groupId: id, byId }: { groupId: string; byId: string | null }) {
    const sql = 'select 1 from "group" where id = $1 and archived_at is not null';
    if ((await this.db.query(sql, [id])).length === 0) return;
    const members = await this.memberships.activeAccountIdsIn(id);
    const others = members.filter((accountId) => accountId !== byId);
    await this.notices.tell(others, { of: 'Group', id }, { subject: 'group', id });
  }

  private async isHidden(accountId: string, byId: string): Promise<boolean> {
    const hidden = 'select 1 from hidden_pair where account_id = $1 and other_id = $2';
    return (await this.db.query(hidden, [accountId, byId])).length > 0;
  }
}

@Injectable()
export class AgreementsHandlers {
  constructor(
    private readonly db: Database,
    private readonly notices: NotificationsService,
  ) {}

  /**
   * Notifies whoever has to consent. A block towards the steward changes nothing: a deadline runs, and the publication is
   * news of the group and names nobody.
   */
  @On(AgreementsPublished)
  async whenAgreementsChange({ groupId: id }: { groupId: string }): Promise<void> {
    const members = await this.db.query<{ account_id: string }>(
      `select account_id from membership
       where group_id = $1 and ended_at is null and agreements_due_at is not null`,
      [id],
    );
    const told = { of: 'Group', id, action: 'consent' };
    await this.notices.tell(
      members.map((member) => member.account_id),
      told,
      { subject: 'group', id },
    );
  }
}

@Injectable()
export class SuccessionHandlers {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly notices: NotificationsService,
  ) {}

  @On(SuccessionRequested)
  async whenMemberIsAsked(of: { requestId: string; accountId: string }): Promise<void> {
    const { requestId: id, accountId } = of;
    const told = { of: 'SuccessionRequest', id, action: 'accept' };
    await this.notices.tell([accountId], told, { subject: 'stewardshipOffer', id });
  }

  /** Notifies only open pages; the inbox says why the request ended. */
  @On(SuccessionRequestEnded)
  async whenRequestEnds(of: { requestId: string; membershipId: string }): Promise<void> {
    const asked = await this.memberships.byIds([of.membershipId]);
    const accountIds = asked.map(({ accountId }) => accountId);
    this.notices.refresh(accountIds, { subject: 'stewardshipOffer', id: of.requestId });
  }
}
