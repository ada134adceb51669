import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { CaseTextsService } from '../case-texts.service.js';
import { SupportRequest } from '../support-request.entity.js';
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
  ) {}

  /**
   * Gives a request that was sent before a new phrase; undefined if there is none. Throws Conflict if the device sent another
   * request with this key, or too long ago.
   */
  sendAgain(input: AskAsGuestInput): Promise<GuestRequest | undefined> {
    return this.db.write(async () => {
      const request = await this.sentBefore(input.sendKey);
      if (!request) return undefined;
      const hash = this.texts.hashOf(request, { ...input, excludedIds: [] });
      const isLate = request.createdAt < this.clock.in(-SEND_AGAIN);
      if (isLate || !hash.equals(request.inputHash)) throw new Conflict('support.sentAlready');
      const words = await this.phrases.make(request.id, input.language);
      return { requestId: request.id, guestId: request.requesterId, words };
    });
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
