import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Viewer } from '#policy/viewer.js';
import { NoticeDelivered } from '../moderation.events.js';
import { Notice } from './notice.entity.js';

export type NewNotice = Pick<
  Notice,
  'accountId' | 'matterId' | 'sanctionId' | 'kind' | 'reason' | 'words' | 'shownFrom'
> &
  Partial<Pick<Notice, 'groupsLeft'>>;

const AT_ONCE = 100;

/** Stores notices and delivers them when they are due. */
@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Stores a notice and delivers it now, or later if it is delayed. */
  async send(notice: NewNotice): Promise<Notice> {
    this.db.assertWriting();
    const notices = this.db.repo(Notice);
    const now = this.clock.now();
    const given = await notices.save(notices.create({ ...notice, createdAt: now }));
    if (given.shownFrom <= now) await this.deliver(given);
    return given;
  }

  /**
   * Delivers all due notices. A failed one is retried with the next run and does not block the others; the first error
   * is thrown at the end.
   */
  async deliverDue(): Promise<void> {
    const due = await this.db.query<{ id: string }>(
      `select id from notice where told_at is null and shown_from <= $1
       order by shown_from limit ${AT_ONCE}`,
      [this.clock.now()],
    );
    const failures: unknown[] = [];
    for (const { id } of due) {
      await this.db.write(() => this.deliverOne(id)).catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Delivers one notice and adds the audit entry that its recipient can see. */
  private async deliverOne(id: string): Promise<void> {
    const waits = await this.db.query(
      'select 1 from notice where id = $1 and told_at is null for update skip locked',
      [id],
    );
    if (waits.length === 0) return;
    const notice = await this.db.repo(Notice).findOneByOrFail({ id });
    await this.deliver(notice);
    await this.writeDown(notice);
  }

  private async deliver({ id: noticeId, accountId }: Notice): Promise<void> {
    await this.db.repo(Notice).update(noticeId, { toldAt: this.clock.now() });
    await this.events.record(NoticeDelivered, { noticeId, accountId });
  }

  private writeDown({ matterId, accountId: aboutId, reason }: Notice): Promise<void> {
    return this.audit.record(Viewer.system('moderation tells what was ordered before'), {
      action: 'tell',
      subjectType: 'Matter',
      aboutId,
      duty: 'moderate',
      ...(matterId && { subjectId: matterId }),
      ...(reason && { reason }),
    });
  }
}
