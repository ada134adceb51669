import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY, HOUR } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MemberSuspended } from './moderation.events.js';
import { Report, ReportOutcome } from './report.entity.js';
import { ReportsService } from './reports.service.js';
import { SanctionActs } from './sanction-acts.js';
import { Sanction } from './sanction.entity.js';

const MAX_HOURS = 72;
/** A suspension within this time of another would be a rolling one, which needs two people. */
const NO_SECOND_WITHIN = 30 * DAY;

/** What one moderator may do about a report alone. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly reports: ReportsService,
    private readonly acts: SanctionActs,
  ) {}

  /** Takes away what was reported, and closes the report. */
  removeContent(viewer: Viewer, reportId: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, reportId, viewer, 'removeContent');
      await this.acts.remove(report);
      await this.keep(viewer, report, 'contentRemoved', null);
      return this.reports.end(viewer, report, 'removeContent', ReportOutcome.contentRemoved);
    });
  }

  /** Suspends whoever is reported for at most 72 hours, once in thirty days, and closes the report. */
  suspend(viewer: Viewer, reportId: string, hours: number): Promise<Report> {
    if (!Number.isInteger(hours) || hours < 1 || hours > MAX_HOURS) {
      throw new Invalid('input', { hours: 'range' });
    }
    return this.db.write(async () => {
      const report = await this.access.load(Report, reportId, viewer, 'suspend');
      const { reportedId: accountId } = report;
      await this.acts.lockMember(accountId);
      await this.checkNotRolling(accountId);
      const endsAt = this.clock.in(hours * HOUR);
      const { id: sanctionId } = await this.keep(viewer, report, 'suspension', endsAt);
      await this.acts.suspend(accountId, endsAt);
      await this.events.record(MemberSuspended, { accountId, sanctionId });
      return this.reports.end(viewer, report, 'suspend', ReportOutcome.suspended);
    });
  }

  private async checkNotRolling(accountId: string): Promise<void> {
    const since = this.clock.in(-NO_SECOND_WITHIN);
    const earlier = await this.db
      .repo(Sanction)
      .countBy({ accountId, kind: 'suspension', createdAt: MoreThan(since) });
    if (earlier > 0) throw new Conflict('sanction.rolling');
  }

  private keep(viewer: Viewer, report: Report, kind: Sanction['kind'], endsAt: Date | null) {
    const sanctions = this.db.repo(Sanction);
    return sanctions.save(
      sanctions.create({
        kind,
        endsAt,
        reason: report.reason,
        reportId: report.id,
        accountId: report.reportedId,
        orderedById: viewer.accountId,
        createdAt: this.clock.now(),
      }),
    );
  }
}
