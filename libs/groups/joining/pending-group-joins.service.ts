import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { GroupInvitationEnded, JoinRequestDecided } from '../groups.events.js';
import { GroupInvitation } from './group-invitation.entity.js';
import { GroupLink } from './group-link.entity.js';
import { SentGroupInvitation } from './sent-group-invitation.entity.js';
import { JoinRequest, JoinRequestState } from './join-request.entity.js';

/** Closes pending invitations and join requests of an account, or of a group without members. */
@Injectable()
export class PendingGroupJoinsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
  ) {}

  /**
   * Closes the invitations and join requests of one group. `state` is the new state of an invitation; requests become
   * withdrawn.
   */
  async close(accountId: string, groupId: string, state: 'accepted' | 'withdrawn'): Promise<void> {
    this.db.assertWriting();
    const invited = { invitedId: accountId, groupId, state: 'waiting' } as const;
    const decidedAt = this.clock.now();
    await this.db.repo(GroupInvitation).update(invited, { state, decidedAt });
    await this.end({ accountId, groupId });
  }

  /** Closes the invitations and join requests of all groups, when the account is erased or removed. */
  async closeAllOf(accountId: string): Promise<void> {
    this.db.assertWriting();
    const invited = { invitedId: accountId, state: 'waiting' } as const;
    const decidedAt = this.clock.now();
    await this.db.repo(GroupInvitation).update(invited, { state: 'withdrawn', decidedAt });
    await this.end({ accountId });
  }

  /**
   * Ends every way into a group that is archived: requests, invitations and links. A decline that could still be undone
   * becomes final; the other requests and the invitations become closed, so that they count against nobody later.
   */
  async closeAllTo(groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.completeDeclines(groupId);
    await this.end({ groupId }, JoinRequestState.closed);
    await this.db.repo(GroupLink).delete({ groupId, usedAt: IsNull() });
    await this.db.repo(SentGroupInvitation).delete({ groupId });
    const invitations = await this.db
      .repo(GroupInvitation)
      .find({ where: { groupId, state: 'waiting' }, select: { id: true, invitedId: true } });
    const decidedAt = this.clock.now();
    const waiting = { groupId, state: 'waiting' } as const;
    await this.db.repo(GroupInvitation).update(waiting, { state: 'closed', decidedAt });
    for (const { id: invitationId, invitedId } of invitations)
      await this.events.record(GroupInvitationEnded, { invitationId, invitedId });
  }

  /** Withdraws the join requests that nobody is left to decide, so that their answers expire. */
  async withdrawRequestsTo(groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.end({ groupId });
  }

  private async completeDeclines(groupId: string): Promise<void> {
    const declined = await this.db.query<{ id: string; account_id: string }>(
      `with ended as (update join_request set state = 'declined', decided_at = $2, updated_at = now()
         where group_id = $1 and state = 'waiting' and decline_at is not null returning id, account_id)
       select id, account_id from ended`,
      [groupId, this.clock.now()],
    );
    for (const { id: joinRequestId, account_id: accountId } of declined)
      await this.events.record(JoinRequestDecided, { joinRequestId, groupId, accountId });
  }

  private async end(
    whose: { accountId?: string; groupId?: string },
    state = JoinRequestState.withdrawn,
  ): Promise<void> {
    const { waiting } = JoinRequestState;
    const decidedAt = this.clock.now();
    await this.db.repo(JoinRequest).update({ ...whose, state: waiting }, { state, decidedAt });
  }
}
