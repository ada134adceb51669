import { Injectable } from '@nestjs/common';
import { MessageChangesService } from '#channels/messages/message-changes.service.js';
import type { Message } from '#channels/messages/message.entity.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseReportsService } from '#support/requests/reports/case-reports.service.js';
import { toReportedFile } from './reported-file-metadata.view.js';
import type { ReportedContentCopy } from './reportable-content-registry.js';

/** Copies reported messages of cases, whose texts and names are sealed. */
@Injectable()
export class ReportedCaseMessages {
  constructor(
    private readonly changes: MessageChangesService,
    private readonly caseReports: CaseReportsService,
  ) {}

  /** The author, by their name in the case. */
  async authorOf({ id, accountId }: Message, viewer: Viewer): Promise<ContentAuthor> {
    const { authorName: knownAs } = await this.changes.shown(id, viewer.accountId);
    return { accountId, knownAs, personaId: null };
  }

  /**
   * A message of a case goes without the messages around it (R6). The report copies kind, name and description of its files,
   * as in every channel. The people of the case are recused.
   */
  async copy(
    { id, channelId }: Message,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<ReportedContentCopy> {
    if (chosen?.length) throw new Invalid('input', { contextIds: 'isIn' });
    const { body: forwarded, attachments } = await this.changes.shown(id, viewer.accountId);
    const namedIds = await this.caseReports.peopleOfThread(channelId);
    const files = attachments.length > 0 ? attachments.map(toReportedFile) : null;
    return { forwarded, files, context: '', namedIds };
  }
}
