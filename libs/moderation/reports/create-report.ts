import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, Invalid, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { OpenMatter } from '../matters/open-matter.js';
import { Report, type ReportReason, ReportStage } from './report.entity.js';
import {
  type ReportableContentType,
  ReportableContentRegistry,
} from './reportable-content-registry.js';

export interface NewReport {
  readonly subject: ReportableContentType;
  readonly subjectId: string;
  readonly reason: ReportReason;
  readonly note: string;
  /** Messages around a reported message to include; default: the nearest. */
  readonly contextIds?: readonly string[] | null;
}

const MAX_A_DAY = 20;
/** Maximum number of open reports per reporter and matter. */
const MAX_IN_A_MATTER = 3;

@Injectable()
export class CreateReport {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly reportables: ReportableContentRegistry,
    private readonly matters: OpenMatter,
  ) {}

  /** Reports something that the viewer can see. Throws Conflict if the viewer already has an open report about it. */
  make(viewer: Viewer, given: NewReport): Promise<Report> {
    const { subject, subjectId, reason, note, contextIds } = given;
    return this.db.write(async () => {
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      const row = await this.access.loadNamed(subject, subjectId, viewer, 'report');
      const kind = this.reportables.of(subject);
      if (kind.needsNote && note.trim() === '') throw new Invalid('input', { note: 'missing' });
      const { author, forwarded } = await this.reportables.take(subject, row, viewer, contextIds);
      const { namedIds = [], ...words } = forwarded;
      if (!author.accountId) throw new Conflict('account.gone');
      await this.checkThrottle(viewer);
      const matter = await this.matters.about(author.accountId, author.personaId);
      await this.checkPatience(viewer, matter.id);
      const report = await this.keep({
        reporterId: viewer.accountId,
        matterId: matter.id,
        knownAs: author.formerName ?? author.knownAs,
        subjectName: subject,
        subjectKey: kind.keyOf?.(row) ?? subjectId,
        reason,
        note,
        ...words,
        namedIds: [...namedIds],
      });
      await this.matters.joined(matter, [viewer.accountId, ...namedIds]);
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

  private async checkPatience({ accountId: reporterId }: Viewer, matterId: string): Promise<void> {
    const open = { reporterId, matterId, stage: ReportStage.open };
    const count = await this.db.repo(Report).countBy(open);
    if (count >= MAX_IN_A_MATTER) throw new TooMany('report.heard');
  }
}
