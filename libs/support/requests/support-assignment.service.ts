import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { FileAssignments, type FileAssignment } from '#realtime/file-assignments.js';
import { SUPPORT_CASE_NEWS } from './assignments/case-assignments.js';
import { CaseAudit } from './case-audit.js';
import { CaseTransitions } from './case-transitions.js';
import { storeRecusal } from './guests/case-recusals.js';
import { SupportRequest, SupportStage, URGENT } from './support-request.entity.js';

/** Maximum number of claimed requests of a supporter that wait for an answer. */
const MAX_CLAIMS = 3;
/** Maximum number of requests that a supporter opens in 24 hours before another claim is refused. */
const MAX_OPENINGS = 20;

/** For supporters, requesters and people on a requester's side. */
const ASSIGNED = `
  select assignee_id, id from support_request where assignee_id = any($1)
  union select account_id, request_id from case_supporter where account_id = any($1)
  union select r.assignee_id, r.id from support_request r
    where r.assignee_id is not null and r.requester_id = any($1)
  union select s.account_id, r.id
    from support_request r join case_supporter s on s.request_id = r.id
    where r.requester_id = any($1)
  union select r.assignee_id, r.id
    from case_partner p join support_request r on r.id = p.request_id and r.assignee_id is not null
    where p.account_id = any($1)
  union select s.account_id, p.request_id
    from case_partner p join case_supporter s on s.request_id = p.request_id
    where p.account_id = any($1)`;

/** Assigns requests to supporters; each has at most one assignee. */
@Injectable()
export class SupportAssignmentService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly assignments: FileAssignments,
    private readonly cases: CaseTransitions,
    private readonly record: CaseAudit,
  ) {}

  onModuleInit() {
    this.assignments.register({
      subject: 'SupportRequest',
      news: SUPPORT_CASE_NEWS,
      assigned: ASSIGNED,
      release: (lost) => this.releaseLost(lost),
    });
    this.assignments.registerList({
      news: SUPPORT_CASE_NEWS,
      readers: (accountIds) => this.readers(accountIds),
    });
  }

  /** Claims a request or renews the viewer's claim. Throws Conflict if another supporter has it. */
  async claim(viewer: Viewer, id: string): Promise<Date> {
    await this.sweep();
    return this.db.write(async () => {
      // Waits for a change of the viewer's duties or standing, and for the viewer's other claims, so that the checks see them.
      const { accountId } = viewer;
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const request = await this.access.load(SupportRequest, id, viewer, 'claim');
      // A call, or a question to the requester, extends the claim beyond what a renewal gives.
      const isExtended = request.callEndsAt ?? request.askedAt;
      if (request.assigneeId === accountId && isExtended) return request.claimEndsAt!;
      const claim = await this.cases.claimTimes(request, accountId);
      const { claimEndsAt } = claim;
      if (request.assigneeId === accountId) {
        return this.renew(request, claimEndsAt);
      }
      if (request.assigneeId) throw new Conflict('support.claimed');
      if (claimEndsAt <= this.clock.now()) throw new Conflict('support.heldTooLong');
      await this.assertWithinLimits(viewer);
      await this.record.workNameOf(viewer);
      await this.cases.claim(request, accountId, claim);
      await this.record.write(viewer, request, 'claim');
      return claimEndsAt;
    });
  }

  /** Moves the end of a claim. A renewal does not shorten the time after an answer of the requester, unless it is urgent. */
  private async renew(request: SupportRequest, until: Date): Promise<Date> {
    const isLonger = request.priority !== URGENT && request.claimEndsAt! > until;
    if (isLonger) return request.claimEndsAt!;
    await this.db.repo(SupportRequest).update(request.id, { claimEndsAt: until });
    return until;
  }

  /** Gives back a claimed request or a case. */
  async release(viewer: Viewer, id: string): Promise<void> {
    await this.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'release');
      await this.cases.returnToQueue(request);
      await this.record.write(viewer, request, 'release');
    });
  }

  /**
   * Gives back a request or case whose requester the viewer knows, and stores that they have a conflict of interest, so that
   * they do not see it again. For everybody else it is a release: the reason would tell that they know each other.
   */
  async recuse(viewer: Viewer, id: string): Promise<void> {
    await this.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'release');
      await storeRecusal(this.db, id, viewer.accountId);
      await this.cases.returnToQueue(request);
      await this.record.write(viewer, request, 'release');
    });
  }

  /** Ends expired claims. Call this before a policy check: the rules do not look at the clock. */
  async sweep(): Promise<void> {
    const expired = { claimEndsAt: LessThanOrEqual(this.clock.now()) };
    const first = { select: { id: true }, where: expired, order: { claimEndsAt: 'ASC' } } as const;
    // The order makes PostgreSQL use the index of the claims, also in a prepared statement that does not know the time.
    if (!(await this.db.repo(SupportRequest).findOne(first))) return;
    await this.db.write(async () => {
      const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
      const order = { id: 'ASC' } as const;
      const requests = await this.db.repo(SupportRequest).find({ where: expired, order, lock });
      for (const request of requests) await this.cases.returnToQueue(request);
    });
  }

  /** Returns the account’s assigned requests to the queue if it may no longer support. Runs in the transaction of the change. */
  async afterRightsChange(accountId: string): Promise<void> {
    if (await this.mayStillSupport(accountId)) return;
    await this.returnAll(accountId);
  }

  /** Returns everything that an account holds to the queue, ends its parts in other cases, and notifies the requesters. */
  async returnAll(accountId: string): Promise<void> {
    for (const request of await this.leaveOthers(accountId))
      await this.cases.returnToQueue(request, { notifiesRequester: true });
  }

  /** Gives back everything that the viewer holds, like `release` of each: nobody can tell the difference. */
  async releaseAll(viewer: Viewer): Promise<void> {
    for (const request of await this.leaveOthers(viewer.accountId)) {
      await this.cases.returnToQueue(request);
      await this.record.write(viewer, request, 'release');
    }
  }

  /**
   * Ends the parts of an account in cases that it does not lead, and the offers to it. Returns the requests that it holds.
   * Locks all of them in one order, so that two supporters who leave at the same time do not wait for each other.
   */
  private async leaveOthers(accountId: string): Promise<SupportRequest[]> {
    this.db.assertWriting();
    const ids = await this.db.query<{ id: string }>(
      `select id from support_request where assignee_id = $1
       union select request_id from case_supporter where account_id = $1
       union select request_id from supporter_offer where account_id = $1 and ended_at is null`,
      [accountId],
    );
    const [lock, order] = [{ mode: 'pessimistic_write' } as const, { id: 'ASC' } as const];
    const where = { id: In(ids.map(({ id }) => id)) };
    const requests = await this.db.repo(SupportRequest).find({ where, order, lock });
    const isHeld = ({ assigneeId }: SupportRequest) => assigneeId === accountId;
    for (const request of requests.filter((one) => !isHeld(one))) {
      await this.cases.endOffers(request, [accountId]);
      await this.cases.leaveCase(request, accountId);
    }
    return requests.filter(isHeld);
  }

  /** Notifies the requesters of all waiting requests, because nobody supports any more. */
  async notifyWaitingRequesters(): Promise<void> {
    await this.db.write(async () => {
      const lock = { mode: 'pessimistic_write' } as const;
      const [where, order] = [{ stage: SupportStage.waiting }, { id: 'ASC' }] as const;
      const waiting = await this.db.repo(SupportRequest).find({ where, order, lock });
      for (const request of waiting) await this.cases.news.notifyRequester(request);
    });
  }

  /** Throws TooMany for a supporter who claims or reads many requests, whose account may have been taken over. */
  private async assertWithinLimits({ accountId }: Viewer): Promise<void> {
    const [used] = await this.db.query<{ claims: number; openings: number }>(
      `select
         (select count(*)::int from support_request
          where assignee_id = $1 and stage = 'claimed' and call_ends_at is null and asked_at is null) as claims,
         (select count(*)::int from case_assignment
          where supporter_id = $1 and opened_at > $2) as openings`,
      [accountId, this.clock.in(-DAY)],
    );
    if (used!.claims >= MAX_CLAIMS) throw new TooMany('support.tooManyClaims');
    if (used!.openings >= MAX_OPENINGS) throw new TooMany('support.tooManyOpenings');
  }

  private async mayStillSupport(accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from duty d join account a on a.id = d.account_id
       where d.account_id = $1 and d.name = 'support' and a.standing = 'member'`,
      [accountId],
    );
    return rows.length > 0;
  }

  /** Supporters among these accounts. Notices to other supporters would disclose that a request exists. */
  private async readers(accountIds: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select account_id as id from duty where name = 'support' and account_id = any($1)`,
      [[...accountIds]],
    );
    return rows.map((row) => row.id);
  }

  /** Returns a request to the queue whose supporter may no longer read it, or ends the part of another supporter. */
  releaseLost({ id, accountId }: FileAssignment): Promise<void> {
    return this.db.write(async () => {
      const lock = { mode: 'pessimistic_write' } as const;
      const request = await this.db.repo(SupportRequest).findOne({ where: { id }, lock });
      if (!request || request.stage === SupportStage.closed) return;
      if (request.assigneeId === accountId)
        await this.cases.returnToQueue(request, { notifiesRequester: true });
      else await this.cases.leaveCase(request, accountId);
    });
  }
}
