import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';
import type {
  AcceptCaseOfferInput,
  CaseSupporterInput,
  OfferCaseInput,
} from './case-team.inputs.js';
import { OfferLimits } from './offer-limits.js';
import { isExpired, isForgotten, isOpen, MAX_SUPPORTERS } from './offer-times.js';
import { SupporterOffer } from './supporter-offer.entity.js';

/** Asks supporters to join a case or to take it over, and lets them accept, decline and leave. */
@Injectable()
export class SupporterOffersService {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
    private readonly record: CaseAudit,
    private readonly limits: OfferLimits,
  ) {}

  /**
   * Asks another supporter, after which the requester is told. Throws the same Conflict for everybody who cannot be asked:
   * the reason would disclose an exclusion, a conflict of interest or the end of a duty. An earlier offer refuses, too,
   * for some days: otherwise asking again would disclose whether the supporter declined or the requester excluded them.
   */
  async offer(viewer: Viewer, input: OfferCaseInput): Promise<void> {
    const { requestId, supporterId, takesOver } = input;
    // First: who may not offer the case gets the same answer, however often they try, and is not counted.
    await this.access.access.recheck(SupportRequest, requestId, viewer, 'offer');
    await this.limits.count(viewer);
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'offer');
      await this.endExpired(requestId);
      const accountId = await this.askable(request, supporterId);
      await this.assertRoom(request, accountId, takesOver);
      const createdAt = this.clock.now();
      const acceptableAt = await this.limits.acceptableFrom(request);
      const offer = { requestId, accountId, takesOver, createdAt, acceptableAt };
      await this.db.repo(SupporterOffer).insert(offer);
      await this.cases.news.notifyOffer(request, accountId);
      await this.record.write(viewer, request, 'offer');
    });
  }

  /** Takes an offer back. Does nothing for a supporter who was not asked. Throws NotFound for an unknown one. */
  async withdraw(viewer: Viewer, { requestId, supporterId }: CaseSupporterInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'offer');
      const accountId = await this.accountOf(supporterId);
      if (!accountId) throw new NotFound();
      await this.cases.endOffers(request, [accountId]);
    });
  }

  /** Lets the supporter accept at once. Throws NotFound without an offer. */
  async agree(viewer: Viewer, { requestId, supporterId }: CaseSupporterInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'agreeToOffer');
      const accountId = await this.accountOf(supporterId);
      const offer = accountId && (await this.offerTo(requestId, accountId));
      if (!offer) throw new NotFound();
      const now = this.clock.now();
      const agreedAt = offer.agreedAt ?? now;
      const acceptableAt = offer.acceptableAt < now ? offer.acceptableAt : now;
      await this.db.repo(SupporterOffer).update(offer.id, { agreedAt, acceptableAt });
      await this.cases.news.refreshRequester(request);
      await this.cases.news.notifyMoved(request);
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
      if (offer.acceptableAt > this.clock.now()) throw new Conflict('support.offerTooEarly');
      await this.record.workNameOf(viewer);
      await this.db.repo(SupporterOffer).delete(offer.id);
      if (offer.takesOver) {
        await this.cases.availability.workload.assertMayTake(accountId, request);
        await this.cases.passLead(request, accountId);
        await this.record.write(viewer, request, 'takeLead');
        return;
      }
      if (await this.cases.availability.workload.isResting(accountId))
        throw new Conflict('support.resting');
      await this.cases.joinCase(request, accountId, wouldLead);
      await this.record.write(viewer, request, 'joinCase');
    });
  }

  async decline(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerOffer');
      await this.cases.endOffers(request, [viewer.accountId]);
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

  /** The open offer to an account. */
  private offerTo(requestId: string, accountId: string): Promise<SupporterOffer | null> {
    const open = { requestId, accountId, ...isOpen(this.clock) };
    return this.db.repo(SupporterOffer).findOneBy(open);
  }

  private async askable(request: SupportRequest, supporterId: string): Promise<string> {
    const accountId = await this.accountOf(supporterId);
    const able = await this.cases.availability.mayTake(request.id);
    const isAble = accountId && accountId !== request.assigneeId && able.includes(accountId);
    if (!isAble || (await this.wasAsked(request.id, accountId)))
      throw new Conflict('support.cannotBeAsked');
    return accountId;
  }

  /** Whether an offer to the account ended so recently that it cannot be asked again. */
  private wasAsked(requestId: string, accountId: string): Promise<boolean> {
    const ended = { requestId, accountId, endedAt: Not(IsNull()) };
    return this.db.repo(SupporterOffer).existsBy(ended);
  }

  private async endExpired(requestId: string): Promise<void> {
    const offers = this.db.repo(SupporterOffer);
    await offers.delete({ requestId, ...isForgotten(this.clock) });
    const endedAt = this.clock.now();
    await offers.update({ requestId, ...isExpired(this.clock) }, { endedAt });
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
    const members = (await this.cases.news.supporterIdsOf(request)).filter(
      (id) => id !== request.assigneeId,
    );
    const open = { requestId, ...isOpen(this.clock) };
    const offers = await this.db.repo(SupporterOffer).findBy(open);
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
