import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import {
  JoinDecided,
  JoinRequested,
  MemberInvited,
  StewardshipOffered,
} from '#groups/groups.events.js';
import { NoticesService } from './notices.service.js';

const request = (id: string) => ({
  told: { of: 'JoinRequest', id },
  news: { subject: 'joinRequest', id },
});

@Injectable()
export class TellStewardsWhenSomeoneAsksToJoin {
  constructor(
    private readonly db: Database,
    private readonly notices: NoticesService,
  ) {}

  @On(JoinRequested)
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
export class TellWhoeverMayJoin {
  constructor(private readonly notices: NoticesService) {}

  @On(JoinDecided)
  async whenTheRequestIsDecided(of: { joinRequestId: string; accountId: string }): Promise<void> {
    const { told, news } = request(of.joinRequestId);
    await this.notices.tell([of.accountId], told, news);
  }

  @On(StewardshipOffered)
  async whenSomeoneIsAskedToHoldTheGroup(of: {
    membershipId: string;
    accountId: string;
  }): Promise<void> {
    const told = { of: 'Membership', id: of.membershipId, action: 'acceptStewardship' };
    const news = { subject: 'stewardshipOffer', id: of.membershipId };
    await this.notices.tell([of.accountId], told, news);
  }

  @On(MemberInvited)
  async whenSomeoneIsInvited(of: { invitationId: string; invitedId: string }): Promise<void> {
    const told = { of: 'GroupInvitation', id: of.invitationId };
    const news = { subject: 'groupInvitation', id: of.invitationId };
    await this.notices.tell([of.invitedId], told, news);
  }
}
