import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';

@Injectable()
export class OrganisationsJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the state `expired` for overdue invitations, declined ones included. The policy does not depend on it,
   * because it compares the time itself.
   */
  @Job({ name: 'organisationInvitations.expire', cron: '13 * * * *' })
  async expireInvitations(): Promise<void> {
    await this.db.query(
      `update organisation_invitation set state = 'expired', updated_at = now()
       where state in ('waiting', 'declined') and expires_at <= $1`,
      [this.clock.now()],
    );
  }
}
