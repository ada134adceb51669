import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import { ApplicationRecord } from './application-record.service.js';
import { ClaimsService } from './claims.service.js';
import { Decision } from './decision.entity.js';

/** A file is destroyed so long after its decision; the decision itself stays two years. */
const FILE_LASTS = 14 * DAY;
const DECISION_LASTS = 730 * DAY;

@Injectable()
export class VettingJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly record: ApplicationRecord,
    private readonly claims: ClaimsService,
  ) {}

  /** Claims that ran out free their seats for whoever looks at the queue. */
  @Job({ name: 'vetting.endClaims', cron: '* * * * *' })
  endClaims(): Promise<void> {
    return this.claims.sweep();
  }

  /** Destroys what applications said, once they are decided for 14 days, and decisions after two years. */
  @Job({ name: 'vetting.destroyFiles', cron: '23 4 * * *' })
  async destroyFiles(): Promise<void> {
    await this.db.write(async () => {
      const due = await this.db.query<{ id: string }>(
        'select id from application where answers is not null and decided_at <= $1',
        [this.clock.in(-FILE_LASTS)],
      );
      await this.record.destroy(due.map((row) => row.id));
      await this.db.repo(Decision).delete({ decidedAt: LessThan(this.clock.in(-DECISION_LASTS)) });
    });
  }
}
