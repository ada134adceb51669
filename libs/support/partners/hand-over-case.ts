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
import { storeRecusal } from '../requests/guests/case-recusals.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type { OfferOwnershipInput } from './case-partner.inputs.js';
import { CasePartner } from './case-partner.entity.js';
import { PartnerNews } from './partner-news.js';

/**
 * Running assignments name the new requester, so that an end for conduct concerns the person who decides. A copy that has
 * ended, under the id of no request, keeps the supporters from vetting and moderating the former one for a year.
 */
const ASSIGNMENTS = [
  `insert into case_assignment (request_id, supporter_id, requester_id, is_lead, ended_at)
   select gen_random_uuid(), supporter_id, requester_id, is_lead, $3 from case_assignment
   where request_id = $1 and ended_at is null and requester_id <> $2`,
  `update case_assignment set requester_id = $2
   where request_id = $1 and ended_at is null and $3::timestamptz is not null`,
];

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
   * Makes the viewer the requester. The former one stays on the partner side; their voice notes, what they were asked and
   * answered, and how the supporters reached them are deleted from the request. Ends everything to which only the former one
   * agreed, and the parts of supporters who may not support the viewer.
   */
  async accept(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.lockAccount(viewer);
      const request = await this.access.load(SupportRequest, id, viewer, 'answerOwnership');
      await this.assertNotSeparated(viewer.accountId, [request.requesterId]);
      await this.take(request, viewer.accountId, { isFormerOnSide: true });
      await this.cases.news.notifySupporter(request);
    });
  }

  /** Waits for a separation of the viewer, so that either the checks of the caller or its handler see the other. */
  async lockAccount({ accountId }: Viewer): Promise<void> {
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
  }

  /** Makes a person of the partner side the requester. A former requester who left takes part no more. */
  async take(
    request: SupportRequest,
    accountId: string,
    { isFormerOnSide = false } = {},
  ): Promise<void> {
    const { requesterId: formerId } = request;
    await this.cases.beforeOwnerChanges(request);
    await this.cases.changeReaders(request, async () => {
      await this.moveTo(request, accountId);
      await (isFormerOnSide
        ? this.addToSide(request, formerId)
        : storeRecusal(this.db, request.id, formerId));
      return true;
    });
    await this.cases.whenOwnerChanges(request);
    await this.news.changed(request, formerId);
  }

  /** Throws NotFound if moderation separated the requester from a person of the partner side. */
  async assertNotSeparatedFromSide({ id, requesterId }: SupportRequest): Promise<void> {
    await this.assertNotSeparated(requesterId, await this.news.accountIds(id));
  }

  /** Throws NotFound if moderation separated an account from one of the others. */
  private async assertNotSeparated(one: string, others: readonly string[]): Promise<void> {
    const rows = await this.db.query(
      `select from unnest($2::uuid[]) o (id) join separation s on s.ended_at is null
         and s.low_id = least($1::uuid, o.id) and s.high_id = greatest($1::uuid, o.id)`,
      [one, [...others]],
    );
    if (rows.length > 0) throw new NotFound();
  }

  private async addToSide({ id: requestId }: SupportRequest, accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.repo(CasePartner).insert({
      ...{ requestId, accountId, createdAt: now, expiresAt: now, acceptedAt: now },
    });
  }

  private async moveTo(request: SupportRequest, requesterId: string): Promise<void> {
    const { id: requestId } = request;
    const now = this.clock.now();
    const content = this.withoutIdentity(request);
    const duplicates = await this.db.repo(SupportRequest).findBy({ duplicateOfId: requestId });
    for (const one of duplicates)
      await this.db.repo(SupportRequest).update(one.id, { content: this.withoutIdentity(one) });
    const ids = [requestId, ...duplicates.map(({ id }) => id)];
    await this.texts.voices.deleteOf(ids);
    await this.texts.questions.deleteOf(ids);
    await this.db.repo(CasePartner).delete({ requestId, accountId: requesterId });
    await this.db.repo(SupportRequest).update(requestId, { requesterId, content, newsAt: null });
    Object.assign(request, { requesterId, content, newsAt: null });
    for (const sql of ASSIGNMENTS) await this.db.query(sql, [requestId, requesterId, now]);
    await this.db.query('delete from case_phrase where request_id = $1', [requestId]);
  }

  /** The content of a request without the name and the voice of its requester, for whom they asked, and their contact. */
  private withoutIdentity(request: SupportRequest): Buffer {
    const before = this.texts.decrypt(request, 'content')!;
    const anonymous = { ...before, name: null, safeWay: null, times: null, voices: [] };
    const ofNobody = { beneficiary: null, beneficiaryNote: null };
    return this.texts.encrypt(request, 'content', { ...anonymous, ...ofNobody });
  }

  private async endOffer(request: SupportRequest): Promise<void> {
    const offered = { requestId: request.id, ownershipOfferedAt: Not(IsNull()) };
    const earlier = await this.db.repo(CasePartner).findOneBy(offered);
    if (!earlier) return;
    await this.db.repo(CasePartner).update(earlier.id, { ownershipOfferedAt: null });
    await this.news.changed(request, earlier.accountId);
  }
}
