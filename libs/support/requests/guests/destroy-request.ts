import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { forgetRefusals } from '../../calls/interpreters/end-interpretations.js';
import { CASE_DATA_CLASS } from '../case-retention.js';
import { SupportRequest } from '../support-request.entity.js';

/** Destroys a request with its key, and the guest of a request without an account. */
@Injectable()
export class DestroyRequest {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    private readonly sessions: SessionsService,
  ) {}

  /** Call it inside a transaction, as the requester. */
  async destroy({ standing, accountId }: Viewer, id: string): Promise<void> {
    this.db.assertWriting();
    const isGuest = standing === 'guest';
    // A trigger deletes the guest with the request; this closes its sockets.
    if (isGuest) await this.sessions.endAll(accountId, 'account-deleted');
    await forgetRefusals(this.db, id);
    await this.db.repo(SupportRequest).delete(id);
    const destroyed = [{ subjectId: id, aboutId: isGuest ? null : accountId }];
    await this.receipts.record(CASE_DATA_CLASS, 'SupportRequest', destroyed);
  }
}
