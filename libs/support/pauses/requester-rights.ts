import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { PartnerParts } from '../partners/partner-parts.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { openRequestsOf } from '../requests/assignments/open-requests.js';
import { SupportStage } from '../requests/support-request.entity.js';
import { CasePauses } from './case-pauses.js';

/**
 * Pauses the cases of a requester who became a former member, if somebody is on their side, and ends their other requests.
 * A former account can neither read nor withdraw them, so they are destroyed.
 */
@Injectable()
export class RequesterRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangeCallbacks,
    private readonly cases: CaseTransitions,
    private readonly pauses: CasePauses,
    private readonly partners: PartnerParts,
  ) {}

  onModuleInit() {
    this.rights.register(({ accountId }) => this.endRequestsOfFormer(accountId));
  }

  private async endRequestsOfFormer(accountId: string): Promise<void> {
    const former = `select 1 from account where id = $1 and standing = 'former'`;
    if ((await this.db.query(former, [accountId])).length === 0) return;
    for (const request of await openRequestsOf(this.db, accountId)) {
      const hasSide = (await this.partners.accountIds(request.id)).length > 0;
      if (!hasSide) await this.cases.end(request, { stage: SupportStage.withdrawn });
      else if (!request.leftAt) await this.pauses.begin(request);
    }
  }
}
