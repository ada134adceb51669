import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../case-texts.service.js';
import type { SupportCaseDuplicate } from '../case.view.js';
import { SupportRequest } from '../support-request.entity.js';

/** Reads the requests that were linked to a case. Their content is part of it. */
@Injectable()
export class CaseDuplicatesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly texts: CaseTextsService,
  ) {}

  /**
   * The requests that continue in this one, oldest first. Its supporter reads them, except those from which the
   * viewer is excluded: an exclusion holds for the text for which the requester chose it.
   */
  async of(viewer: Viewer, requestId: string): Promise<SupportCaseDuplicate[]> {
    const { accountId } = viewer;
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readFile');
    const rows = await this.db
      .repo(SupportRequest)
      .createQueryBuilder('d')
      .where('d.duplicate_of_id = :duplicateOfId', { duplicateOfId: request.id })
      .andWhere(
        'not exists (select 1 from case_tie t where t.request_id = d.id and t.account_id = :accountId)',
        { accountId },
      )
      .orderBy('d.created_at')
      .addOrderBy('d.id')
      .getMany();
    return rows.map((row) => {
      const { id, number, createdAt } = row;
      return { id, number, createdAt, content: this.texts.decrypt(row, 'content')! };
    });
  }
}
