import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { ReportClaimed } from './moderation.events.js';

/** A report that its reader left alone for so long goes back to the queue. */
const CLAIM_LASTS = DAY;

@Injectable()
export class ModerationJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly standing: StandingService,
  ) {}

  /** A suspension ends by itself. */
  @Job({ name: 'suspensions.end', cron: '* * * * *' })
  async endSuspensions(): Promise<void> {
    const due = await this.db.query<{ id: string }>(
      `select id from account where standing = 'suspended' and suspended_until <= $1 limit 100`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.db.write(() => this.restore(id));
  }

  @Job({ name: 'reports.release', cron: '23 * * * *' })
  releaseReports(): Promise<void> {
    return this.db.write(async () => {
      const released = await this.db.query<{ id: string }>(
        `with released as (update report set assignee_id = null, assigned_at = null
           where stage = 'open' and assignee_id is not null and assigned_at <= $1 returning id)
         select id from released`,
        [this.clock.in(-CLAIM_LASTS)],
      );
      for (const { id } of released) await this.events.record(ReportClaimed, { reportId: id });
    });
  }

  /** Only if it is still the same suspension: it may have been ended by hand meanwhile. */
  private async restore(id: string): Promise<void> {
    const still = await this.db.query(
      `select 1 from account where id = $1 and standing = 'suspended' and suspended_until <= $2 for update`,
      [id, this.clock.now()],
    );
    if (still.length > 0) await this.standing.restore(id);
  }
}
