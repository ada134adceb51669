import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { GroupInvitation } from './group-invitation.entity.js';
import { JoinRequest, JoinRequestState } from './join-request.entity.js';

/** Closes pending invitations and join requests of an account, or of a group without members. */
@Injectable()
export class PendingGroupJoinsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
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
    await this.withdraw({ accountId, groupId });
  }

  /** Closes the invitations and join requests of all groups, when the account is erased or removed. */
  async closeAllOf(accountId: string): Promise<void> {
    this.db.assertWriting();
    const invited = { invitedId: accountId, state: 'waiting' } as const;
    const decidedAt = this.clock.now();
    await this.db.repo(GroupInvitation).update(invited, { state: 'withdrawn', decidedAt });
    await this.withdraw({ accountId });
  }

  /** Withdraws the join requests that nobody is left to decide, so that their answers expire. */
  async withdrawRequestsTo(groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.withdraw({ groupId });
  }

  private async withdraw(whose: { accountId?: string; groupId?: string }): Promise<void> {
    const { waiting, withdrawn: state } = JoinRequestState;
    const decidedAt = this.clock.now();
    await this.db.repo(JoinRequest).update({ ...whose, state: waiting }, { state, decidedAt });
  }
}
