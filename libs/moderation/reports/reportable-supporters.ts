import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import { Conflict } from '#kernel/errors.js';
import { CaseReportsService } from '#support/requests/reports/case-reports.service.js';
import type { Supporter } from '#support/requests/supporter.entity.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';

/** Registers a supporter as reportable by the side of their case. Moderators read the note of the reporter, and nothing of the case. */
@Injectable()
export class ReportableSupporters implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly caseReports: CaseReportsService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Supporter, {
      authorOf: (row) => Promise.resolve(supporterOf(row as Supporter)),
      forward: async (row, { accountId: reporterId }) => ({
        ...{ forwarded: '', context: '' },
        namedIds: await this.caseReports.peopleWith(reporterId, (row as Supporter).accountId),
      }),
      needsNote: true,
      // The text of such a report is the reporter's own.
      remove: () => Promise.reject(new Conflict('content.none')),
    });
  }
}

const supporterOf = ({ accountId, workName }: Supporter): ContentAuthor => ({
  ...{ accountId, personaId: null, knownAs: workName ?? '' },
});
