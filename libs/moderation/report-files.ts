import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import type { ReportFile } from './report.view.js';
import { ReportsService } from './reports.service.js';
import { Sanction } from './sanction.entity.js';

@Injectable()
export class ReportFiles {
  constructor(
    private readonly db: Database,
    private readonly reports: ReportsService,
  ) {}

  /** Opens the file of a report that the viewer has claimed. */
  async open(viewer: Viewer, id: string): Promise<ReportFile> {
    const { forwarded, context, note, knownAs, reportedId } = await this.reports.open(viewer, id);
    const earlierSuspensions = await this.db
      .repo(Sanction)
      .countBy({ accountId: reportedId, kind: 'suspension' });
    return { forwarded, context, note, knownAs, earlierSuspensions };
  }
}
