import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CasePartner } from '../partners/case-partner.entity.js';
import { PartnerNames } from '../partners/partner-names.js';
import { PartnerNews } from '../partners/partner-news.js';
import type { SupportRequest } from '../requests/support-request.entity.js';

/** Checks whom a lead may ask to help from outside, and under which name they help. */
@Injectable()
export class HelperChecks {
  constructor(
    private readonly db: Database,
    private readonly partners: PartnerNews,
    private readonly names: PartnerNames,
  ) {}

  /** Counts a question like an invitation to the partner side. Throws TooMany. */
  countQuestion(viewer: Viewer, accountId: string): Promise<void> {
    return this.partners.countInvitation(viewer, accountId);
  }

  /** Throws NotFound for the requester, a supporter or a partner of the case, and for who is hidden from the requester. */
  async assertMayHelp(
    request: SupportRequest,
    accountId: string,
    supporterIds: readonly string[],
  ): Promise<void> {
    const { id: requestId, requesterId } = request;
    const inCase = [requesterId, ...supporterIds];
    const isPartner = await this.db.repo(CasePartner).existsBy({ requestId, accountId });
    const hidden = await this.db.query(
      'select from hidden_pair where account_id = $1 and other_id = $2 limit 1',
      [accountId, requesterId],
    );
    if (inCase.includes(accountId) || isPartner || hidden.length > 0) throw new NotFound();
  }

  /** Throws Invalid for a name by which somebody else of the case could be known. */
  assertNameFree(requestId: string, name: string): Promise<void> {
    return this.names.assertFree(requestId, name);
  }
}
