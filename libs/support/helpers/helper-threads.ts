import { Injectable } from '@nestjs/common';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import type { CaseHelper } from './case-helper.entity.js';
import { HelperTexts } from './helper-texts.js';

/** Opens and closes the threads of outside helpers. Call it in the transaction of the change. */
@Injectable()
export class HelperThreads {
  constructor(
    private readonly threads: ThreadsService,
    private readonly texts: HelperTexts,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  /** Makes the thread of a helper, in which they and the supporters take part. */
  async open(
    request: SupportRequest,
    helper: CaseHelper,
    supporterIds: readonly string[],
  ): Promise<void> {
    const [accountId, name] = [helper.accountId!, this.texts.decrypt(request, helper, 'name')];
    await this.threads.openOutside(request.id, helper.id, { accountId, name, supporterIds });
    await this.ties.report([accountId]);
  }

  /** Ends the part of a helper, whose sockets stop receiving messages before the response. */
  async close(request: SupportRequest, { accountId }: CaseHelper): Promise<void> {
    if (accountId) await this.threads.leave(request.id, accountId);
  }
}
