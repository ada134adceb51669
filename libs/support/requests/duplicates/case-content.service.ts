import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../case-texts.service.js';
import type { SupportCaseDuplicate } from '../case.view.js';
import { SupportRequest, URGENT } from '../support-request.entity.js';
import type { CaseQuestionView } from '../../questions/case-question.view.js';

/** Reads the content of a case for its supporter. The content of requests that were linked to it is part of it. */
@Injectable()
export class CaseContentService {
  constructor(
    private readonly db: Database,
    readonly texts: CaseTextsService,
  ) {}

  /**
   * The requests that continue in this one, oldest first. Its supporter reads them, except those from which the
   * viewer is excluded: an exclusion holds for the text for which the requester chose it.
   */
  of(
    { accountId }: Viewer,
    { id: duplicateOfId }: Permitted<SupportRequest, 'readFile'>,
  ): Promise<SupportRequest[]> {
    return this.db
      .repo(SupportRequest)
      .createQueryBuilder('d')
      .where('d.duplicate_of_id = :duplicateOfId', { duplicateOfId })
      .andWhere(
        'not exists (select 1 from case_tie t where t.request_id = d.id and t.account_id = :accountId)',
        { accountId },
      )
      .orderBy('d.created_at')
      .addOrderBy('d.id')
      .getMany();
  }

  /** The texts of the request, and those of the requests that continue in it. */
  async read(viewer: Viewer, request: Permitted<SupportRequest, 'readFile'>) {
    const duplicates = await this.of(viewer, request);
    const questions = await this.texts.questions.ofAll([request, ...duplicates]);
    return {
      content: this.texts.contentOf(request),
      questions: questions.get(request.id)!,
      reply: this.texts.decrypt(request, 'reply')?.words ?? null,
      duplicates: duplicates.map((row) => this.viewOf(row, questions.get(row.id)!)),
    };
  }

  /** Leaves out the contact: its requester corrects the contact of the case only, and an old one may be unsafe. */
  private viewOf(row: SupportRequest, questions: CaseQuestionView[]): SupportCaseDuplicate {
    const { id, number, kind, languages, createdAt, priority } = row;
    const { safeWay: _way, times: _times, ...content } = this.texts.contentOf(row);
    const facts = { id, number, kind, isUrgent: priority === URGENT, languages, createdAt };
    return { ...facts, content, questions };
  }
}
