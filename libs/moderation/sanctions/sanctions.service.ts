import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Matter } from '../matters/matter.entity.js';
import { MemberSuspended } from '../moderation.events.js';
import type { Notice } from '../notices/notice.entity.js';
import { type SanctionNotice, ApplySanction } from './apply-sanction.js';
import { hidePersonaConflictReason } from '../matters/persona-conflict-errors.js';
import { REPORTS_WITH_CONTENT_NOW_REMOVED_SQL } from './removed-content-sql.js';
import { Report } from '../reports/report.entity.js';
import { SanctionEffects } from './sanction-effects.js';

const MAX_HOURS = 72;

/** Sanctions that one moderator may order alone. None closes the matter; each returns its notice. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly acts: SanctionEffects,
    private readonly orders: ApplySanction,
  ) {}

  /** Warns the reported member. */
  warn(viewer: Viewer, matterId: string, words: SanctionNotice): Promise<Notice> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'warn');
      return this.orders.order(viewer, matter, { kind: 'warning', action: 'warn' }, words);
    });
  }

  /** Removes the reported content. */
  removeContent(viewer: Viewer, reportId: string, words: SanctionNotice): Promise<Notice> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, reportId, viewer, 'readFile');
      const matter = await this.access.load(Matter, report.matterId, viewer, 'removeContent');
      await this.assertStillThere(report);
      await this.acts.remove(report);
      const act = { kind: 'contentRemoved', action: 'removeContent', reportId } as const;
      return this.orders.order(viewer, matter, act, words);
    });
  }

  /**
   * Suspends the reported member for at most 72 hours; not within thirty days of another suspension, and at most twice.
   */
  suspend(viewer: Viewer, matterId: string, hours: number, words: SanctionNotice): Promise<Notice> {
    if (!Number.isInteger(hours) || hours < 1 || hours > MAX_HOURS) {
      throw new Invalid('input', { hours: 'range' });
    }
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'suspend');
      const { reportedId: accountId } = matter;
      await hidePersonaConflictReason(matter, async () => {
        await this.acts.lockMember(accountId);
        await this.acts.assertNotRolling(accountId);
      });
      const endsAt = this.clock.in(hours * HOUR);
      const act = { kind: 'suspension', action: 'suspend', endsAt } as const;
      const notice = await this.orders.order(viewer, matter, act, words);
      await this.acts.suspend(accountId, endsAt);
      await this.events.record(MemberSuspended, { accountId, sanctionId: notice.sanctionId! });
      return notice;
    });
  }

  /**
   * Throws Conflict if the content was already removed: a second removal would be a second sanction for the same
   * content.
   */
  private async assertStillThere({ id: reportId }: Report): Promise<void> {
    const removed = await this.db.query(REPORTS_WITH_CONTENT_NOW_REMOVED_SQL, [[reportId]]);
    if (removed.length > 0) throw new Conflict('content.removed');
  }
}
