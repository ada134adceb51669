import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { forgetRefusals } from '../../calls/interpreters/end-interpretations.js';
import { PartnerParts } from '../../partners/partner-parts.js';
import { CASE_DATA_CLASS } from '../case-retention.js';
import { SupportRequest } from '../support-request.entity.js';
import { SentVoiceAnswersService } from '../voice/sent-voice-answers.service.js';

/** Destroys a request with its key, and the guest of a request without an account. */
@Injectable()
export class DestroyRequest {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    private readonly sessions: SessionsService,
    private readonly partners: PartnerParts,
    private readonly voices: SentVoiceAnswersService,
  ) {}

  /**
   * Destroys a request; for a guest, also the requests that continue in it. Ends the parts of the partner side first, so
   * that their pages close. Call it inside a transaction, as the requester.
   */
  async destroy(
    { standing, accountId: requesterId }: Viewer,
    request: SupportRequest,
  ): Promise<void> {
    this.db.assertWriting();
    const { id } = request;
    await this.partners.endAll(request);
    const isGuest = standing === 'guest';
    const requests = this.db.repo(SupportRequest);
    const duplicates = isGuest ? await requests.findBy({ requesterId, duplicateOfId: id }) : [];
    const ids = [id, ...duplicates.map((one) => one.id)];
    // A trigger deletes the guest with its last request; this closes its sockets.
    if (isGuest && (await requests.countBy({ requesterId, id: Not(In(ids)) })) === 0)
      await this.sessions.endAll(requesterId, 'account-deleted');
    for (const one of ids) await forgetRefusals(this.db, one);
    await this.voices.dropFilesOf(ids);
    await requests.delete(ids);
    const aboutId = isGuest ? null : requesterId;
    const destroyed = ids.map((subjectId) => ({ subjectId, aboutId }));
    await this.receipts.record(CASE_DATA_CLASS, 'SupportRequest', destroyed);
  }
}
