import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ReportClaimed, ReportClosed } from './moderation.events.js';
import { Report, ReportOutcome, ReportStage } from './report.entity.js';

const MAX_SHOWN = 50;
/** What the reported person learns anyway, since it was done to them. */
const OPEN_OUTCOMES = new Set([ReportOutcome.contentRemoved, ReportOutcome.suspended]);

@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** The viewer's own reports, newest first, 50 at most. */
  listOwn(viewer: Viewer): Promise<Report[]> {
    return this.access
      .list(Report, viewer)
      .andWhere('it.reporter_id = :me', { me: viewer.accountId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }

  /** What waits at the desk, oldest first, 50 at most: what it is, not whom or what it says. */
  queue(viewer: Viewer): Promise<Report[]> {
    const query = this.access.list(Report, viewer, 'queue');
    return query.orderBy('it.created_at').addOrderBy('it.id').take(MAX_SHOWN).getMany();
  }

  /** How many of them wait for the viewer: nobody is on them, or the viewer is. */
  countWaiting(viewer: Viewer): Promise<number> {
    return this.access
      .list(Report, viewer, 'queue')
      .andWhere('(it.assignee_id is null or it.assignee_id = :me)', { me: viewer.accountId })
      .getCount();
  }

  /** One of them, as the queue shows it. */
  atDesk(viewer: Viewer, id: string): Promise<Report> {
    return this.access.load(Report, id, viewer, 'queue');
  }

  /** Takes a report to work on it; one person at a time. */
  claim(viewer: Viewer, id: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, id, viewer, 'claim');
      if (report.assigneeId && report.assigneeId !== viewer.accountId) {
        throw new Conflict('report.claimed');
      }
      report.assigneeId = viewer.accountId;
      report.assignedAt = this.clock.now();
      await this.db.repo(Report).save(report);
      await this.events.record(ReportClaimed, { reportId: id });
      return report;
    });
  }

  /** Gives it back to the queue. */
  release(viewer: Viewer, id: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, id, viewer, 'release');
      report.assigneeId = null;
      report.assignedAt = null;
      await this.db.repo(Report).save(report);
      await this.events.record(ReportClaimed, { reportId: id });
      return report;
    });
  }

  /** Opens what was forwarded; written down each time. Not as an act about the reported person, who never learns of it. */
  open(viewer: Viewer, id: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, id, viewer, 'readFile');
      await this.writeDown(viewer, report, 'readFile');
      return report;
    });
  }

  /** Ends it without an act. */
  close(viewer: Viewer, id: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, id, viewer, 'close');
      return this.end(viewer, report, 'close', ReportOutcome.nothing);
    });
  }

  /** Ends it with an outcome, inside write(). */
  async end(
    viewer: Viewer,
    report: Report,
    action: string,
    outcome: ReportOutcome,
  ): Promise<Report> {
    report.stage = ReportStage.closed;
    report.outcome = outcome;
    report.closedAt = this.clock.now();
    await this.db.repo(Report).save(report);
    await this.writeDown(viewer, report, action, OPEN_OUTCOMES.has(outcome));
    await this.events.record(ReportClosed, { reportId: report.id });
    return report;
  }

  private writeDown(viewer: Viewer, report: Report, action: string, isTold = false): Promise<void> {
    const { id: subjectId, reportedId, reason } = report;
    const act = { action, subjectType: 'Report', subjectId, reason, duty: 'moderate' } as const;
    return this.audit.record(viewer, isTold ? { ...act, aboutId: reportedId } : act);
  }
}
