import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { CaseTextsService } from '../case-texts.service.js';
import { CaseTransitions } from '../case-transitions.js';
import { SupportRequest, SupportStage } from '../support-request.entity.js';
import type { SafeContactInput } from '../support-request.inputs.js';
import { CaseSilenceService } from './case-silence.service.js';

/** Changes how the supporter reaches the requester of an open request. */
@Injectable()
export class ChangeContact {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly texts: CaseTextsService,
    private readonly cases: CaseTransitions,
    private readonly silence: CaseSilenceService,
    private readonly quotas: ContactQuotasService,
  ) {}

  async change(viewer: Viewer, { requestId, safeWay, times }: SafeContactInput): Promise<void> {
    await this.db.write(async () => {
      // Before the request: it locks the account, which other writers lock first.
      await this.quotas.use(viewer.accountId, 'changeSafeContact');
      const request = await this.access.load(SupportRequest, requestId, viewer, 'changeContact');
      const before = this.texts.decrypt(request, 'content')!;
      const after = {
        ...before,
        safeWay: (safeWay ?? before.safeWay) || null,
        times: (times ?? before.times) || null,
      };
      const content = this.texts.encrypt(request, 'content', after);
      await this.db.repo(SupportRequest).update(requestId, { content });
      await this.cases.news.notifySupporter(request);
      if (request.stage === SupportStage.accepted) await this.silence.markActive(request);
    });
  }
}
