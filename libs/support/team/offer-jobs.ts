import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { isExpired, isForgotten, isOpen } from './offer-times.js';
import { SupporterOffer } from './supporter-offer.entity.js';

/** Ends offers that nobody answered, and notifies supporters who can accept. */
@Injectable()
export class OfferJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
  ) {}

  @Job({ name: 'support.endOffers', cron: '23 * * * *' })
  async endOffers(): Promise<void> {
    await this.db.write(async () => {
      await this.db.repo(SupporterOffer).delete(isForgotten(this.clock));
      for (const { requestId, accountId } of await this.find(isExpired(this.clock))) {
        const request = await this.lock(requestId);
        if (request) await this.cases.endOffers(request, [accountId]);
      }
    });
  }

  /** Notifies them some minutes late, so that the mail does not show when the requester agreed. */
  @Job({ name: 'support.acceptableOffers', cron: '*/5 * * * *' })
  async notifyAcceptable(): Promise<void> {
    await this.db.write(async () => {
      const now = this.clock.now();
      const acceptable = { acceptableAt: LessThanOrEqual(now), toldAt: IsNull() };
      for (const offer of await this.find({ ...isOpen(this.clock), ...acceptable })) {
        const request = await this.lock(offer.requestId);
        const open = { id: offer.id, endedAt: IsNull() };
        const { affected } = await this.db.repo(SupporterOffer).update(open, { toldAt: now });
        if (request && affected) await this.cases.news.notifyOffered(request, offer.accountId);
      }
    });
  }

  private find(where: object): Promise<SupporterOffer[]> {
    const order = { requestId: 'ASC', id: 'ASC' } as const;
    return this.db.repo(SupporterOffer).find({ where, order });
  }

  private lock(id: string): Promise<SupportRequest | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return this.db.repo(SupportRequest).findOne({ where: { id }, lock });
  }
}
