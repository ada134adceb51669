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

  /** One that ran out no longer shows a hidden organisation; a declined one ends as any other. */
  @Job({ name: 'organisationInvitations.expire', cron: '13 * * * *' })
  async expireInvitations(): Promise<void> {
    await this.db.query(
      `update organisation_invitation set state = 'expired', updated_at = now()
       where state in ('waiting', 'declined') and expires_at <= $1`,
      [this.clock.now()],
    );
  }
}
