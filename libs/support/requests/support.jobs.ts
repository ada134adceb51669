import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { CASE_RETENTION, CASE_WARNING } from './case-retention.js';
import { CaseTransitions } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { SupportRequest, SupportStage } from './support-request.entity.js';

const BATCH = 100;

@Injectable()
export class SupportJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly assignment: SupportAssignmentService,
    private readonly cases: CaseTransitions,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /** Returns requests to the queue whose claims expired. */
  @Job({ name: 'support.endClaims', cron: '* * * * *' })
  endClaims(): Promise<void> {
    return this.assignment.sweep();
  }

  /** Notifies supporters and administrators that the first answer to a request is late. */
  @Job({ name: 'support.overdue', cron: '*/10 * * * *' })
  async notifyOverdue(): Promise<void> {
    await this.db.write(async () => {
      const overdue = await this.db.repo(SupportRequest).find({
        where: {
          stage: In([SupportStage.waiting, SupportStage.claimed]),
          dueAt: LessThanOrEqual(this.clock.now()),
          overdueToldAt: IsNull(),
        },
        order: { dueAt: 'ASC', id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      for (const request of overdue) await this.cases.notifyOverdue(request);
    });
  }

  /** Returns requests to the queue whose supporter may no longer read them, if a change of facts was not reported. */
  @Job({ name: 'support.returnUnreadable', cron: '17 * * * *' })
  async returnUnreadable(): Promise<void> {
    for (const lost of await this.availability.unreadable())
      await this.assignment.releaseLost(lost);
  }

  /** Notifies requesters that a closed request will be destroyed. */
  @Job({ name: 'support.warn', cron: '41 * * * *' })
  async warn(): Promise<void> {
    await this.db.write(async () => {
      const closedAt = LessThanOrEqual(this.clock.in(CASE_WARNING - CASE_RETENTION));
      const due = await this.db.repo(SupportRequest).find({
        where: { closedAt, warnedAt: IsNull() },
        order: { closedAt: 'ASC', id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write' },
      });
      for (const request of due) {
        await this.db.repo(SupportRequest).update(request.id, { warnedAt: this.clock.now() });
        await this.cases.notifyRequester(request);
      }
    });
  }
}
