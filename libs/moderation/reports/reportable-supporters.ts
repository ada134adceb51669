import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Participation } from '#channels/sealed/participation.entity.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import { Conflict } from '#kernel/errors.js';
import { CaseReportsService } from '#support/requests/reports/case-reports.service.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';

/**
 * Registers the part of a supporter in a case as reportable by its side. Moderators read the note of the reporter, and
 * nothing of the case.
 */
@Injectable()
export class ReportableSupporters implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly caseReports: CaseReportsService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Supporter, {
      authorOf: (row) => this.supporterOf(row as Participation),
      forward: async (row, { accountId: reporterId }) => ({
        ...{ forwarded: '', context: '' },
        namedIds: await this.caseReports.peopleWith(reporterId, (row as Participation).accountId!),
      }),
      needsNote: true,
      // The text of such a report is the reporter's own.
      remove: () => Promise.reject(new Conflict('content.none')),
    });
  }

  /** The reporter reads no present work name of a former supporter, so the report has the name of that time. */
  private async supporterOf(part: Participation): Promise<ContentAuthor> {
    const knownAs = await this.caseReports.workNameOf(part);
    return { accountId: part.accountId, personaId: null, knownAs };
  }
}
