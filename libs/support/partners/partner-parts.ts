import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { ThreadKind } from '#channels/channel.entity.js';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { HelperParts } from '../helpers/helper-parts.js';
import { storeRecusal } from '../requests/guests/case-recusals.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CasePartner } from './case-partner.entity.js';
import { PartnerNames } from './partner-names.js';
import { PartnerNews } from './partner-news.js';

/**
 * Invitations and parts that end when two members are separated. The first parameter is the reported member. A requester who
 * left the case meets nobody in it; a reported one does not come back (`PausedCasesService`).
 */
const OF_SEPARATED = `
  select p.request_id as id, p.account_id from case_partner p join support_request r on r.id = p.request_id
  where p.account_id = $1 and (r.requester_id = $2 or exists (
      select from case_partner o
      where o.request_id = p.request_id and o.account_id = $2 and o.accepted_at is not null))
    or p.account_id = $2 and r.requester_id = $1 and r.left_at is null`;

/** Begins and ends parts of the partner side. Call it in the transaction of the change. */
@Injectable()
export class PartnerParts {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadsService,
    private readonly news: PartnerNews,
    private readonly names: PartnerNames,
    private readonly ties: ConflictsOfInterestService,
    private readonly helpers: HelperParts,
  ) {}

  /** Account ids of the people who take part. */
  accountIds(requestId: string): Promise<string[]> {
    return this.news.accountIds(requestId);
  }

  /** Begins the part of a person who accepted. Throws Invalid for a name that somebody else could be known by. */
  async begin(request: SupportRequest, accountId: string, name: string): Promise<void> {
    await this.helpers.endOf(request, accountId);
    await this.names.assertFree(request.id, name);
    await this.threads.join(request.id, { accountId, name, threads: [ThreadKind.requester] });
    await this.ties.report([accountId]);
    await this.news.changed(request, accountId);
  }

  /** Withdraws the invitation of a person, or ends their part before the answer. The request must be locked. */
  async end(request: SupportRequest, accountId: string): Promise<void> {
    const theirs = { requestId: request.id, accountId };
    const tookPart = await this.db
      .repo(CasePartner)
      .existsBy({ ...theirs, acceptedAt: Not(IsNull()) });
    await this.db.repo(CasePartner).delete(theirs);
    // A supporter of the case can be invited, and keeps their part when the invitation ends.
    if (tookPart) {
      await this.threads.leave(request.id, accountId);
      // A person who was on the side does not support the case afterwards.
      await storeRecusal(this.db, request.id, accountId);
    }
    await this.news.changed(request, accountId);
  }

  /** Ends all parts of a request that is about to be deleted, so that open pages close. */
  async endAll(request: SupportRequest): Promise<void> {
    const all = await this.db.repo(CasePartner).findBy({ requestId: request.id });
    for (const { accountId } of all) await this.end(request, accountId);
  }

  /** Withdraws the invitations to a case that ended, and notifies the people who take part. */
  async whenCaseEnds(request: SupportRequest): Promise<void> {
    await this.endInvitations(request);
    await this.notify(request);
  }

  /** Withdraws the invitations that nobody accepted yet. */
  async endInvitations(request: SupportRequest): Promise<void> {
    const open = await this.db
      .repo(CasePartner)
      .findBy({ requestId: request.id, acceptedAt: IsNull() });
    for (const { accountId } of open) await this.end(request, accountId);
  }

  /** Withdraws what the requester of a case offered: invitations without an answer, and the case itself. */
  async withdrawOffers(request: SupportRequest): Promise<void> {
    await this.endInvitations(request);
    const offered = { requestId: request.id, ownershipOfferedAt: Not(IsNull()) };
    await this.db.repo(CasePartner).update(offered, { ownershipOfferedAt: null });
  }

  /** Notifies the people who take part that the case changed. */
  async notify(request: SupportRequest): Promise<void> {
    for (const id of await this.accountIds(request.id)) await this.news.arrived(request, id);
  }

  /** Ends all parts of an account that became a former member, or is deleted. */
  async endOfAccount(accountId: string): Promise<void> {
    const sql = 'select request_id as id, account_id from case_partner where account_id = $1';
    await this.endThose(sql, [accountId]);
  }

  /** Ends all parts in the requests of an account that is deleted. */
  async endForRequester(requesterId: string): Promise<void> {
    await this.endThose(
      `select p.request_id as id, p.account_id
       from case_partner p join support_request r on r.id = p.request_id where r.requester_id = $1`,
      [requesterId],
    );
  }

  /** Ends the parts in which two members meet whom moderation separated: the reported one leaves, unless the case is theirs. */
  async endBetween(reportedId: string, reporterId: string): Promise<void> {
    await this.endThose(OF_SEPARATED, [reportedId, reporterId]);
  }

  /** Throws NotFound if a block or a separation exists between an account and the requester or a person who takes part. */
  async assertMayMeet({ id, requesterId }: SupportRequest, accountId: string): Promise<void> {
    const others = [requesterId, ...(await this.accountIds(id))];
    const hidden = await this.db.query(
      'select from hidden_pair where account_id = $1 and other_id = any($2) limit 1',
      [accountId, others],
    );
    if (hidden.length > 0) throw new NotFound();
  }

  private async endThose(sql: string, parameters: readonly string[]): Promise<void> {
    const parts = await this.db.query<{ id: string; account_id: string }>(sql, [...parameters]);
    const [lock, order] = [{ mode: 'pessimistic_write' } as const, { id: 'ASC' } as const];
    const where = { id: In(parts.map(({ id }) => id)) };
    const requests = await this.db.repo(SupportRequest).find({ where, order, lock });
    // Once more: the parts may have changed while this waited for the locks.
    const locked = await this.db.query<(typeof parts)[number]>(sql, [...parameters]);
    for (const request of requests) {
      const theirs = locked.filter(({ id }) => id === request.id);
      for (const { account_id: accountId } of theirs) await this.end(request, accountId);
    }
  }
}
