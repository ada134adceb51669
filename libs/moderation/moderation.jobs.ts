import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { NoticeDelivery } from './notices/notice-delivery.js';
import { MatterAssignmentService } from './matters/matter-assignment.service.js';
import { Matter, MatterStage } from './matters/matter.entity.js';

/** A matter returns to the queue if its assignee does not renew the assignment for this long. */
const ASSIGNMENT_TIMEOUT = DAY;
/** The assignment timeout of a matter that waits for an answer. */
const ANSWER_TIMEOUT = 7 * DAY;

@Injectable()
export class ModerationJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly hands: MatterAssignmentService,
    private readonly notices: NoticeDelivery,
    private readonly standing: StandingService,
  ) {}

  /** Ends suspensions that have expired. */
  @Job({ name: 'suspensions.end', cron: '* * * * *' })
  async endSuspensions(): Promise<void> {
    const due = await this.db.query<{ id: string }>(
      `select id from account where standing = 'suspended' and suspended_until <= $1 limit 100`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.db.write(() => this.restore(id));
  }

  @Job({ name: 'notices.tell', cron: '* * * * *' })
  tellNotices(): Promise<void> {
    return this.notices.deliverDue();
  }

  @Job({ name: 'matters.release', cron: '23 * * * *' })
  releaseMatters(): Promise<void> {
    return this.db.write(async () => {
      const since = (ms: number) => LessThanOrEqual(this.clock.in(-ms));
      const { inHand, waiting, appealed } = MatterStage;
      const left = await this.db.repo(Matter).find({
        where: [
          { stage: In([inHand, appealed]), assignedAt: since(ASSIGNMENT_TIMEOUT) },
          { stage: waiting, assignedAt: since(ANSWER_TIMEOUT) },
        ],
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      for (const matter of left) await this.hands.leave(matter);
    });
  }

  /** Restores the account only if the suspension has not been ended or replaced meanwhile. */
  private async restore(id: string): Promise<void> {
    const still = await this.db.query(
      `select 1 from account where id = $1 and standing = 'suspended' and suspended_until <= $2 for no key update`,
      [id, this.clock.now()],
    );
    if (still.length > 0) await this.standing.restore(id);
  }
}
