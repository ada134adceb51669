import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportAvailabilityService } from '../requests/support-availability.service.js';
import { SupportRequest, URGENT } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';
import type {
  AcceptCaseOfferInput,
  CaseSupporterInput,
  OfferCaseInput,
} from './case-team.inputs.js';
import { acceptableFrom, MAX_SUPPORTERS, OFFER_DURATION } from './offer-times.js';
import { SupporterOffer } from './supporter-offer.entity.js';

/** Asks supporters to join a case or to take it over, and lets them accept, decline and leave. */
@Injectable()
export class SupporterOffersService {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
    private readonly availability: SupportAvailabilityService,
    private readonly record: CaseAudit,
  ) {}

  /**
   * Asks another supporter, after which the requester is told. Throws the same Conflict for everybody who cannot be asked:
   * the reason would disclose an exclusion, a conflict of interest, a rest or the end of a duty.
   */
  async offer(viewer: Viewer, input: OfferCaseInput): Promise<void> {
    const { requestId, supporterId, takesOver } = input;
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'offer');
      const accountId = await this.askable(request, supporterId);
      await this.dropExpired(requestId);
      await this.assertRoom(request, accountId, takesOver);
      const createdAt = this.clock.now();
      await this.db.repo(SupporterOffer).insert({ requestId, accountId, takesOver, createdAt });
      await this.cases.notifyOffer(request, accountId);
      await this.record.write(viewer, request, 'offer');
    });
  }

  /** Takes an offer back. Does nothing for a supporter who was not asked. Throws NotFound for an unknown one. */
  async withdraw(viewer: Viewer, { requestId, supporterId }: CaseSupporterInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'offer');
      const accountId = await this.accountOf(supporterId);
      if (!accountId) throw new NotFound();
      await this.drop(request, accountId);
    });
  }

  /** Lets the supporter accept at once. Throws NotFound without an offer. */
  async agree(viewer: Viewer, { requestId, supporterId }: CaseSupporterInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'agreeToOffer');
      const accountId = await this.accountOf(supporterId);
      const offer = accountId && (await this.offerTo(requestId, accountId));
      if (!offer) throw new NotFound();
      const agreedAt = offer.agreedAt ?? this.clock.now();
      await this.db.repo(SupporterOffer).update(offer.id, { agreedAt });
      await this.cases.refreshRequester(request);
      await this.cases.notifyMoved(request);
    });
  }

  /** Begins the part of the viewer. Throws Conflict before the requester had time to exclude them. */
  async accept(viewer: Viewer, { requestId, wouldLead }: AcceptCaseOfferInput): Promise<void> {
    const { accountId } = viewer;
    await this.db.write(async () => {
      // Waits for a change of the viewer's duties or standing, and for the viewer's claims, so that the checks see them.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerOffer');
      const offer = await this.offerTo(requestId, accountId);
      if (!offer) throw new NotFound();
      const isMember = (await this.cases.supporterIdsOf(request)).includes(accountId);
      const from = acceptableFrom(offer, request.priority === URGENT);
      if (!isMember && from > this.clock.now()) throw new Conflict('support.offerTooEarly');
      await this.record.workNameOf(viewer);
      await this.db.repo(SupporterOffer).delete(offer.id);
      if (offer.takesOver) {
        await this.availability.workload.assertMayTake(accountId, request);
        await this.cases.passLead(request, accountId);
        await this.record.write(viewer, request, 'takeLead');
        return;
      }
      if (await this.availability.workload.isResting(accountId))
        throw new Conflict('support.resting');
      await this.cases.joinCase(request, accountId, wouldLead);
      await this.record.write(viewer, request, 'joinCase');
    });
  }

  async decline(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerOffer');
      await this.drop(request, viewer.accountId);
    });
  }

  /** Ends the part of the viewer in a case that they do not lead. */
  async leave(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'leave');
      await this.cases.leaveCase(request, viewer.accountId);
      await this.record.write(viewer, request, 'leaveCase');
    });
  }

  /** Ends offers that nobody answered. */
  @Job({ name: 'support.endOffers', cron: '23 * * * *' })
  async endOffers(): Promise<void> {
    await this.db.write(async () => {
      const lock = { mode: 'pessimistic_write' } as const;
      for (const { requestId, accountId } of await this.expired()) {
        const where = { id: requestId };
        const request = await this.db.repo(SupportRequest).findOne({ where, lock });
        if (request) await this.drop(request, accountId);
      }
    });
  }

  private expired(): Promise<SupporterOffer[]> {
    const createdAt = LessThanOrEqual(this.clock.in(-OFFER_DURATION));
    const order = { requestId: 'ASC' } as const;
    return this.db.repo(SupporterOffer).find({ where: { createdAt }, order });
  }

  private async dropExpired(requestId: string): Promise<void> {
    const createdAt = LessThanOrEqual(this.clock.in(-OFFER_DURATION));
    await this.db.repo(SupporterOffer).delete({ requestId, createdAt });
  }

  /** Ends an offer; the pages of all sides show that it ended, and not why. */
  private async drop(request: SupportRequest, accountId: string): Promise<void> {
    const theirs = { requestId: request.id, accountId };
    const { affected } = await this.db.repo(SupporterOffer).delete(theirs);
    if (!affected) return;
    await this.cases.notifyMoved(request);
    if (request.assigneeId) await this.cases.notifyOne(request, request.assigneeId);
  }

  /** The offer to an account that has not expired. */
  private async offerTo(requestId: string, accountId: string): Promise<SupporterOffer | null> {
    const offer = await this.db.repo(SupporterOffer).findOneBy({ requestId, accountId });
    return offer && offer.createdAt > this.clock.in(-OFFER_DURATION) ? offer : null;
  }

  private async askable(request: SupportRequest, supporterId: string): Promise<string> {
    const accountId = await this.accountOf(supporterId);
    const able = await this.availability.mayTake(request.id);
    const isAble =
      accountId &&
      accountId !== request.assigneeId &&
      able.includes(accountId) &&
      !(await this.availability.workload.isResting(accountId));
    if (!isAble) throw new Conflict('support.cannotBeAsked');
    return accountId;
  }

  private async accountOf(supporterId: string): Promise<string | undefined> {
    if (!isId(supporterId)) return undefined;
    const found = await this.db.repo(Supporter).findOneBy({ id: supporterId });
    return found?.workName ? found.accountId : undefined;
  }

  /** Throws Conflict for a supporter who was asked before, and beyond the number of supporters of a case. */
  private async assertRoom(
    request: SupportRequest,
    accountId: string,
    takesOver: boolean,
  ): Promise<void> {
    const { id: requestId } = request;
    const members = (await this.cases.supporterIdsOf(request)).filter(
      (id) => id !== request.assigneeId,
    );
    const offers = await this.db.repo(SupporterOffer).findBy({ requestId });
    const isIn = members.includes(accountId) && !takesOver;
    if (isIn || offers.some((one) => one.accountId === accountId))
      throw new Conflict('support.alreadyAsked');
    if (takesOver) {
      if (offers.some((one) => one.takesOver)) throw new Conflict('support.handoverOpen');
      return;
    }
    const joining = offers.filter((one) => !one.takesOver).length;
    if (members.length + joining >= MAX_SUPPORTERS) throw new Conflict('support.teamFull');
  }
}
