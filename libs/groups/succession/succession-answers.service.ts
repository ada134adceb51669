import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupLockService } from '../group-lock.service.js';
import { SuccessionRequest, SuccessionRequestState } from './succession-request.entity.js';
import { SuccessionService } from './succession.service.js';

/** Lists and answers the viewer's succession requests. */
@Injectable()
export class SuccessionAnswersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly groupLock: GroupLockService,
    private readonly succession: SuccessionService,
  ) {}

  /** The viewer's requests that they can still accept. */
  waiting(viewer: Viewer): Promise<SuccessionRequest[]> {
    return this.acceptable(viewer).orderBy('it.asked_at', 'DESC').addOrderBy('it.id').getMany();
  }

  countWaiting(viewer: Viewer): Promise<number> {
    return this.acceptable(viewer).getCount();
  }

  /** Makes the viewer steward at once. Only one member can: the policy refuses as soon as the group has a steward. */
  accept(viewer: Viewer, id: string): Promise<SuccessionRequest> {
    return this.answer(viewer, id, 'accept', async (request) => {
      const { id: subjectId, accountId: aboutId } = await this.succession.appoint(request);
      const act = { action: 'acceptSuccession', subjectType: 'Membership', subjectId, aboutId };
      await this.audit.record(viewer, act);
    });
  }

  /** Asks the next member in the same transaction. */
  decline(viewer: Viewer, id: string): Promise<SuccessionRequest> {
    return this.answer(viewer, id, 'decline', async (request) => {
      await this.succession.close(request, SuccessionRequestState.declined);
      await this.succession.settle(request.groupId);
    });
  }

  private answer(
    viewer: Viewer,
    id: string,
    action: 'accept' | 'decline',
    work: (request: SuccessionRequest) => Promise<void>,
  ): Promise<SuccessionRequest> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the group: its row must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(SuccessionRequest, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.groupLock.acquireAs(viewer, seen.groupId);
      const request = await this.access.load(SuccessionRequest, id, now, action);
      await work(request);
      return request;
    });
  }

  private acceptable(viewer: Viewer) {
    return this.access.list(SuccessionRequest, viewer, 'accept');
  }
}
