import { Injectable, type OnModuleInit } from '@nestjs/common';
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

  /**
   * Leaves out requests that were a case before or whose requester was asked, which have the rest of an earlier time, and
   * those with a call, booked or ended: their answer was promised for after it. A promise that would be over by now stays: nobody could keep it.
   */
  private async recompute(hours: WorkingHours): Promise<void> {
    const requests = await this.db
      .repo(SupportRequest)
      .createQueryBuilder('r')
      .where('r.stage in (:...stages) and r.priority = :priority', {
        ...{ stages: [SupportStage.waiting, SupportStage.claimed], priority: NOT_URGENT },
      })
      .andWhere('r.accepted_at is null')
      .andWhere('not exists (select 1 from case_question q where q.request_id = r.id)')
      .andWhere('not exists (select 1 from introductory_call c where c.request_id = r.id)')
      .orderBy('r.id')
      .setLock('pessimistic_write')
      .getMany();
    for (const request of requests) {
      const { id, requesterId, createdAt, assigneeId } = request;
      const { dueAt, remindAt } = calmTimes(hours, createdAt);
      if (dueAt >= request.dueAt || dueAt <= this.clock.now()) continue;
      const remind = request.remindAt && remindAt < request.remindAt ? { remindAt } : {};
      await this.db.repo(SupportRequest).update(id, { dueAt, ...remind });
      const supporterIds = assigneeId ? [assigneeId] : [];
      await this.events.record(SupportRequestMoved, { requestId: id, requesterId, supporterIds });
    }
  }
}
