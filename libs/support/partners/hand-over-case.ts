import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../requests/case-texts.service.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type { OfferOwnershipInput } from './case-partner.inputs.js';
import { CasePartner } from './case-partner.entity.js';
import { PartnerNews } from './partner-news.js';

/** Hands an accepted case over to a person of the partner side, who must accept. */
@Injectable()
export class HandOverCase {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly texts: CaseTextsService,
    private readonly cases: CaseTransitions,
    private readonly news: PartnerNews,
  ) {}

  /** Offers the case to a person who takes part, instead of an earlier offer. Without a person, withdraws the offer. */
  async offer(viewer: Viewer, { requestId, partnerId }: OfferOwnershipInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'offerOwnership');
      const id = partnerId && isId(partnerId) ? partnerId : null;
      const taking = { requestId, acceptedAt: Not(IsNull()) };
      const next = id && (await this.db.repo(CasePartner).findOneBy({ ...taking, id }));
      if (partnerId && !next) throw new NotFound();
      await this.endOffer(request);
      if (!next) return;
      const ownershipOfferedAt = this.clock.now();
      await this.db.repo(CasePartner).update(next.id, { ownershipOfferedAt });
      await this.news.changed(request, next.accountId);
      await this.news.arrived(request, next.accountId);
    });
  }

  async decline(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'answerOwnership');
      await this.endOffer(request);
    });
  }

  /**
   * Makes the viewer the requester. How the supporters reached the former one, who stays on the partner side, is deleted
   * from the request. A supporter who ended another case of the viewer for conduct loses this one, and a helper who is
   * separated from the viewer ends.
   */
  async accept(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      const { accountId } = viewer;
      // Waits for a separation of the viewer, so that either `whenOwnerChanges` or its handler sees the other.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const request = await this.access.load(SupportRequest, id, viewer, 'answerOwnership');
      const { requesterId: formerId } = request;
      await this.cases.changeReaders(request, async () => {
        await this.moveTo(request, accountId);
        return true;
      });
      await this.cases.whenOwnerChanges(request);
      await this.cases.news.notifySupporter(request);
      await this.news.changed(request, formerId);
    });
  }

  private async moveTo(request: SupportRequest, requesterId: string): Promise<void> {
    const { id: requestId, requesterId: accountId } = request;
    const now = this.clock.now();
    const before = this.texts.decrypt(request, 'content')!;
    const unreachable = { ...before, name: null, safeWay: null, times: null };
    const content = this.texts.encrypt(request, 'content', unreachable);
    await this.db.repo(CasePartner).delete({ requestId, accountId: requesterId });
    await this.db.repo(CasePartner).insert({
      ...{ requestId, accountId, createdAt: now, expiresAt: now, acceptedAt: now },
    });
    await this.db.repo(SupportRequest).update(requestId, { requesterId, content, newsAt: null });
    Object.assign(request, { requesterId, content, newsAt: null });
    await this.db.query(
      'update case_assignment set requester_id = $2 where request_id = $1 and ended_at is null',
      [requestId, requesterId],
    );
    await this.db.query('delete from case_phrase where request_id = $1', [requestId]);
  }

  private async endOffer(request: SupportRequest): Promise<void> {
    const offered = { requestId: request.id, ownershipOfferedAt: Not(IsNull()) };
    const earlier = await this.db.repo(CasePartner).findOneBy(offered);
    if (!earlier) return;
    await this.db.repo(CasePartner).update(earlier.id, { ownershipOfferedAt: null });
    await this.news.changed(request, earlier.accountId);
  }
}
