import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, MINUTE } from '#kernel/clock.js';
import { PartnerParts } from '../partners/partner-parts.js';
import { CASE_RETENTION, CASE_WARNING } from './case-retention.js';
import { CaseTransitions } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { NOT_URGENT, SupportRequest, SupportStage, URGENT } from './support-request.entity.js';

const BATCH = 100;
/** Administrators are notified this long before the answer to an urgent request is due. */
const URGENT_NOTICE = 30 * MINUTE;

@Injectable()
export class SupportJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly assignment: SupportAssignmentService,
    private readonly cases: CaseTransitions,
    private readonly availability: SupportAvailabilityService,
    private readonly partners: PartnerParts,
  ) {}

  /** Returns requests to the queue whose claims expired. */
  @Job({ name: 'support.endClaims', cron: '* * * * *' })
  endClaims(): Promise<void> {
    return this.assignment.sweep();
  }

  /** Reminds supporters of requests that wait long, and then notifies administrators too. */
  @Job({ name: 'support.overdue', cron: '*/5 * * * *' })
  async notifyOverdue(): Promise<void> {
    const now = LessThanOrEqual(this.clock.now());
    const soon = LessThanOrEqual(this.clock.in(URGENT_NOTICE));
    await this.db.write(async () => {
      const overdueToldAt = IsNull();
      const late = [
        ...(await this.unanswered({ dueAt: now, overdueToldAt, priority: NOT_URGENT })),
        ...(await this.unanswered({ dueAt: soon, overdueToldAt, priority: URGENT })),
      ];
      for (const request of late) await this.cases.news.notifyOverdue(request);
      // A claimed request waits for nobody else; its supporters are told when it returns.
      for (const request of await this.unanswered({ remindAt: now, stage: SupportStage.waiting }))
        await this.cases.news.remind(request);
    });
  }

  private unanswered(due: FindOptionsWhere<SupportRequest>): Promise<SupportRequest[]> {
    return this.db.repo(SupportRequest).find({
      // The deadline is on hold while the requester is asked.
      where: {
        stage: In([SupportStage.waiting, SupportStage.claimed]),
        ...{ askedAt: IsNull(), leftAt: IsNull(), ...due },
      },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: BATCH,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** Returns requests to the queue whose supporter may no longer read them, if a change of facts was not reported. */
  @Job({ name: 'support.returnUnreadable', cron: '17 * * * *' })
  async returnUnreadable(): Promise<void> {
    for (const lost of await this.availability.unreadable())
      await this.assignment.releaseLost(lost);
  }

  /** Notifies requesters and their partners that a closed request will be destroyed. */
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
        await this.cases.news.notifyRequester(request);
        await this.partners.notify(request);
      }
    });
  }
}
