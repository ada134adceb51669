import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { IdleMembersService } from './idle-members.service.js';
import { AccountMailsService } from './account-mails.service.js';

/** Scheduled changes of standing: the end of probation and inactivity. */
@Injectable()
export class StandingJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idle: IdleMembersService,
    private readonly mails: AccountMailsService,
  ) {}

  /** Mails each member once after the end of their probation. */
  @Job({ name: 'standing.probation-over', cron: '41 * * * *' })
  tellThatProbationIsOver(): Promise<void> {
    return this.db.write(async () => {
      const over = await this.db.query<{ id: string }>(
        `with told as (update account set probation_told_at = $1
           where standing = 'member' and probation_told_at is null and probation_ends_at <= $1 returning id)
         select id from told`,
        [this.clock.now()],
      );
      for (const { id } of over) await this.mails.tellNews(id);
    });
  }

  /** First ends the memberships whose notice period is over, then warns newly inactive members. */
  @Job({ name: 'standing.idle', destroys: true, cron: '17 4 * * *', isLong: true })
  async endWhatIsIdle(): Promise<void> {
    await this.idle.lapse();
    await this.db.write(async () => {
      for (const id of await this.idle.markSoonIdle()) await this.mails.tellNews(id);
    });
  }
}
