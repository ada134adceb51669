import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NOT_URGENT, SupportRequest, SupportStage } from '../support-request.entity.js';
import { SupportRequestMoved } from '../support.events.js';
import { calmTimes } from './answer-deadlines.service.js';
import { WorkingHoursService } from './working-hours.service.js';
import type { WorkingHours } from './working-hours.js';

/**
 * Computes the promised answers of waiting requests again when the working hours change. A promise only moves to an
 * earlier time: requesters may rely on the time that they read.
 */
@Injectable()
export class EarlierDeadlines implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly hours: WorkingHoursService,
  ) {}

  onModuleInit() {
    this.hours.onChange((hours) => this.recompute(hours));
  }

  /** Leaves out requests that were a case before: they have the rest of an earlier time. */
  private async recompute(hours: WorkingHours): Promise<void> {
    const requests = await this.db.repo(SupportRequest).find({
      where: {
        ...{ stage: In([SupportStage.waiting, SupportStage.claimed]), priority: NOT_URGENT },
        acceptedAt: IsNull(),
      },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const request of requests) {
      const { id, requesterId, createdAt, assigneeId } = request;
      const { dueAt: promised, remindAt } = calmTimes(hours, createdAt);
      const dueAt = new Date(Math.max(promised.getTime(), this.clock.now().getTime()));
      if (dueAt >= request.dueAt) continue;
      const remind = request.remindAt && remindAt < request.remindAt ? { remindAt } : {};
      await this.db.repo(SupportRequest).update(id, { dueAt, ...remind });
      const supporterIds = assigneeId ? [assigneeId] : [];
      await this.events.record(SupportRequestMoved, { requestId: id, requesterId, supporterIds });
    }
  }
}
