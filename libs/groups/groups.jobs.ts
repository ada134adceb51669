import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { JoinRequestsService } from './joining/join-requests.service.js';
import { SuccessionService } from './succession/succession.service.js';

@Injectable()
export class GroupsJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly joining: JoinRequestsService,
    private readonly succession: SuccessionService,
  ) {}

  /**
   * Stores the state `expired` for overdue invitations. The policy does not depend on it, because it compares the time
   * itself.
   */
  @Job({ name: 'groupInvitations.expire', cron: '11 * * * *' })
  async expireInvitations(): Promise<void> {
    await this.db.query(
      `update group_invitation set state = 'expired', updated_at = now()
       where state = 'waiting' and expires_at <= $1`,
      [this.clock.now()],
    );
  }

  @Job({ name: 'joinRequests.decline', cron: '* * * * *' })
  declineRequests(): Promise<void> {
    return this.joining.declineDue();
  }

  @Job({ name: 'groups.succession', cron: '23 * * * *' })
  searchStewards(): Promise<void> {
    return this.succession.settleAll();
  }
}
