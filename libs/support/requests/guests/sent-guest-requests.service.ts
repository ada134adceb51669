import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { CaseTextsService } from '../case-texts.service.js';
import { AskSupport } from '../ask-support.js';
import { CaseAssignment } from '../case-assignment.entity.js';
import { isSendKeySpent } from '../spent-send-keys.js';
import { SupportRequest, SupportStage } from '../support-request.entity.js';
import { CasePhrasesService } from './case-phrases.service.js';
import type { AskAsGuestInput, GuestRequest } from './guest.inputs.js';

/** How long a device may send a request again whose answer was lost. */
const SEND_AGAIN = HOUR;

/** Recognises requests without an account that a device sends again. */
@Injectable()
export class SentGuestRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly texts: CaseTextsService,
    private readonly phrases: CasePhrasesService,
    private readonly asking: AskSupport,
  ) {}

  /**
   * Gives a request that was sent before a phrase, and the changed answers of one that no supporter has opened; undefined if
   * there is none. Throws Conflict if it was opened with other answers, sent too long ago, or deleted.
   */
  sendAgain(input: AskAsGuestInput): Promise<GuestRequest | undefined> {
    return this.db.write(async () => {
      const request = await this.sentBefore(input.sendKey);
      if (!request) return this.assertNotDeleted(input);
      if (request.createdAt < this.clock.in(-SEND_AGAIN)) throw new Conflict('support.sentAlready');
      const answers = { ...input, excludedIds: [] };
      if (!this.texts.hashOf(request, answers).equals(request.inputHash)) {
        if (await this.wasOpened(request)) throw new Conflict('support.sentAlready');
        await this.asking.rewrite(request, answers);
      }
      const words = await this.phrases.make(request.id, input.language);
      return { requestId: request.id, guestId: request.requesterId, words };
    });
  }

  private async assertNotDeleted({ sendKey }: AskAsGuestInput): Promise<undefined> {
    if (await isSendKeySpent(this.db, null, sendKey)) throw new Conflict('support.deleted');
  }

  private async wasOpened({ id: requestId, stage }: SupportRequest): Promise<boolean> {
    if (stage !== SupportStage.waiting) return true;
    return this.db.repo(CaseAssignment).existsBy({ requestId, openedAt: Not(IsNull()) });
  }

  /** Makes the second of two equal sendings wait for the first. */
  async lock({ sendKey }: AskAsGuestInput): Promise<void> {
    this.db.assertWriting();
    const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
    await this.db.query(lock, [`guest request ${sendKey}`]);
  }

  private sentBefore(sendKey: string): Promise<SupportRequest | null> {
    return this.db
      .repo(SupportRequest)
      .createQueryBuilder('it')
      .where('it.send_key = :sendKey', { sendKey })
      .andWhere(
        `exists (select from account a where a.id = it.requester_id and a.standing = 'guest')`,
      )
      .setLock('pessimistic_write')
      .getOne();
  }
}
