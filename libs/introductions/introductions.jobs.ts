import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';

@Injectable()
export class IntroductionsJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Expires introductions and deletes expired suggestions. Declined and waiting introductions expire alike, so that a
   * decline is not disclosed.
   */
  @Job({ name: 'introductions.expire', destroys: true, cron: '7 * * * *' })
  async expire(): Promise<void> {
    await this.db.query(
      `update introduction set state = 'expired', updated_at = now()
       where state in ('waiting', 'declined') and expires_at <= $1`,
      [this.clock.now()],
    );
    await this.db.query('delete from suggestion where expires_at <= $1', [this.clock.now()]);
  }
}
