import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { type SupportRequest, URGENT } from '../requests/support-request.entity.js';
import { acceptableFrom } from './offer-times.js';
import { RequesterMailTimesService } from './requester-mail-times.service.js';

/** Limits how often a lead offers cases, and how soon an offer can be accepted. */
@Injectable()
export class OfferLimits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotas: ContactQuotasService,
    private readonly mails: RequesterMailTimesService,
  ) {}

  /** Counts an offer in a transaction of its own, so that a refused one counts, too: refusals disclose who cannot be asked. */
  async count({ accountId }: Viewer): Promise<void> {
    await this.db.write(() => this.quotas.use(accountId, 'offerCase'));
  }

  /** From when on an offer of this moment can be accepted. */
  async acceptableFrom({ requesterId, priority }: SupportRequest): Promise<Date> {
    const isUrgent = priority === URGENT;
    const mailableAt = await this.mails.nextAt(requesterId, isUrgent);
    return acceptableFrom(this.clock.now(), isUrgent, mailableAt);
  }
}
