import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { ReopeningsService } from '#vetting/reopenings/reopenings.service.js';
import { MatterSanctionHistory } from './matter-sanction-history.js';
import { MatterAudit } from './matter-audit.js';
import { MatterNotesService } from './matter-notes.service.js';
import { Matter } from './matter.entity.js';
import type { MatterFile, MatterFileReport } from './matter.view.js';
import { Notice } from '../notices/notice.entity.js';
import { REPORTS_WITH_CONTENT_EVER_REMOVED_SQL } from '../sanctions/removed-content-sql.js';
import { Report } from '../reports/report.entity.js';

/** Reads the content of matters. */
@Injectable()
export class MatterFiles {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly record: MatterAudit,
    private readonly notes: MatterNotesService,
    private readonly reopenings: ReopeningsService,
    private readonly measures: MatterSanctionHistory,
  ) {}

  /**
   * Opens the file of a matter. Every opening is audited, but not as an act about the reported member, who never learns
   * of it.
   */
  open(viewer: Viewer, id: string): Promise<MatterFile> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, id, viewer, 'readFile');
      const reports = await this.reportsOf(viewer, id);
      await this.record.write(viewer, matter, 'readFile', { reason: reports.at(-1)?.reason });
      return {
        reports,
        outcome: matter.outcome,
        acts: await this.actsOf(viewer, matter),
        concerns: await this.reopenings.concernsOf(matter),
        history: await this.record.stepsOf(viewer, matter),
        notes: await this.notes.of(viewer, matter),
        ...(await this.measures.of(viewer, matter)),
      };
    });
  }

  /**
   * The notices of a matter for its assignee. A separation also notifies the reporter; the reporter's notice is
   * included only once it is appealed.
   */
  actsOf(viewer: Viewer, { id: matterId, reportedId }: Matter): Promise<Notice[]> {
    return this.access
      .list(Notice, viewer)
      .andWhere('it.matter_id = :matterId', { matterId })
      .andWhere(
        '(it.account_id = :reportedId or exists (select 1 from appeal a where a.notice_id = it.id))',
        { reportedId },
      )
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  private async reportsOf(viewer: Viewer, id: string): Promise<MatterFileReport[]> {
    const reports = await this.access
      .list(Report, viewer, 'readFile')
      .andWhere('it.matter_id = :id', { id })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
    const ids = reports.map((report) => report.id);
    const gone = await this.db.query<{ id: string }>(REPORTS_WITH_CONTENT_EVER_REMOVED_SQL, [ids]);
    const removed = new Set(gone.map((report) => report.id));
    return reports.map((report) => ({
      ...report,
      files: report.files ?? [],
      isRemoved: removed.has(report.id),
    }));
  }
}
