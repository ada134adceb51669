import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Authors, type Blockable } from '#introductions/authors.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ReportMade } from './moderation.events.js';
import { Report, type ReportReason, ReportStage } from './report.entity.js';
import { Reportables } from './reportables.js';

export interface NewReport {
  readonly subject: Blockable;
  readonly subjectId: string;
  readonly reason: ReportReason;
  readonly note: string;
}

const MAX_A_DAY = 20;

@Injectable()
export class MakeReport {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly reportables: Reportables,
    private readonly authors: Authors,
  ) {}

  /** Forwards something that the viewer can see to the desk. Once per thing while it is open. */
  make(viewer: Viewer, { subject, subjectId, reason, note }: NewReport): Promise<Report> {
    return this.db.write(async () => {
      await this.db.query('select 1 from account where id = $1 for update', [viewer.accountId]);
      const row = await this.access.loadNamed(subject, subjectId, viewer, 'report');
      const { accountId: reportedId, knownAs } = await this.authors.of(subject, row, viewer);
      if (!reportedId) throw new Conflict('account.gone');
      await this.checkThrottle(viewer);
      const forwarded = await this.reportables.of(subject).forward(row, viewer);
      const report = await this.keep({
        reporterId: viewer.accountId,
        reportedId,
        knownAs,
        subjectName: subject,
        subjectKey: subjectId,
        reason,
        note,
        ...forwarded,
      });
      await this.events.record(ReportMade, { reportId: report.id });
      return report;
    });
  }

  private async keep(report: Partial<Report>): Promise<Report> {
    const reports = this.db.repo(Report);
    const made = { createdAt: this.clock.now(), stage: ReportStage.open };
    return reports.save(reports.create({ ...report, ...made })).catch((error: unknown) => {
      throw isDuplicate(error) ? new Conflict('report.open') : error;
    });
  }

  private async checkThrottle(viewer: Viewer): Promise<void> {
    const [row] = await this.db.query<{ count: number }>(
      'select count(*)::int as count from report where reporter_id = $1 and created_at > $2',
      [viewer.accountId, this.clock.in(-DAY)],
    );
    if (row!.count >= MAX_A_DAY) throw new TooMany('report.tooMany');
  }
}
