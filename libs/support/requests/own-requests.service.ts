import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { CaseTransitions } from './case-transitions.js';
import { addExclusions, removeExclusions } from './request-exclusions.js';
import { DestroyRequest } from './guests/destroy-request.js';
import { SupportRequest, SupportStage } from './support-request.entity.js';
import type { ExcludeSupportersInput } from './support-request.inputs.js';
import { spendSendKey } from './spent-send-keys.js';

/** Changes and ends the viewer's own requests. */
@Injectable()
export class OwnRequestsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
    private readonly destruction: DestroyRequest,
    private readonly quotas: ContactQuotasService,
  ) {}

  /** Takes an open request back. The supporter no longer reads it, and it is destroyed like every closed one. */
  async withdraw(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'withdraw');
      await this.cases.end(request, { stage: SupportStage.withdrawn });
    });
  }

  /** Destroys a request and its key at once. */
  async delete(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'delete');
      await this.cases.news.notifyMoved(request);
      await this.cases.unassign(request);
      const requesterId = viewer.standing === 'guest' ? null : request.requesterId;
      const { sendKey } = request;
      await spendSendKey(this.db, { requesterId, sendKey }, this.clock.now());
      await this.destruction.destroy(viewer, request);
    });
  }

  /** Changes which supporters must not read a request. An assigned supporter who is now excluded loses it. */
  async exclude(viewer: Viewer, { requestId, add, remove }: ExcludeSupportersInput): Promise<void> {
    await this.db.write(async () => {
      // Before the request: it locks the account, which other writers lock first.
      await this.quotas.use(viewer.accountId, 'excludeSupporters');
      const request = await this.access.load(SupportRequest, requestId, viewer, 'exclude');
      await this.cases.changeReaders(request, async () => {
        const gone = remove.filter((supporterId) => !add.includes(supporterId));
        const removed = await removeExclusions(this.db, requestId, gone);
        return (await addExclusions(this.db, requestId, add)) || removed;
      });
    });
  }

  /** Marks that the requester has read what is new. */
  async see(viewer: Viewer, id: string): Promise<void> {
    await this.access.load(SupportRequest, id, viewer, 'read');
    await this.db.repo(SupportRequest).update(id, { newsAt: null });
  }
}
