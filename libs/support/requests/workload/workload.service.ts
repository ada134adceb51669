import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import { type SupportRequest, URGENT } from '../support-request.entity.js';
import { Supporter } from '../supporter.entity.js';
import type { CaseLimits } from './case-limits.js';
import { CaseLimitsSetting } from './case-limits-setting.service.js';
import type { SupportWorkload } from './workload.view.js';

/** How long after closing an urgent case a supporter is offered no other one. */
export const URGENT_REST = DAY;

interface InHand {
  readonly claims: number;
  readonly cases: number;
  /** How many of both are urgent. */
  readonly urgent: number;
}
type Rest = Pick<Supporter, 'restingSince' | 'urgentRestEndsAt'>;

/** Answers whether a supporter may take one more request. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: CaseLimitsSetting,
  ) {}

  async workloadOf(accountId: string): Promise<SupportWorkload> {
    const [inHand, rest, limits] = await Promise.all([
      this.inHand(accountId),
      this.restOf(accountId),
      this.limits.current(),
    ]);
    return { ...inHand, ...rest, limits };
  }

  /** How many requests and cases a supporter may hold. */
  limitsOfEach(): Promise<CaseLimits> {
    return this.limits.current();
  }

  /** Counts the requests and cases that an account holds now. */
  private async inHand(accountId: string): Promise<InHand> {
    const [row] = await this.db.query<InHand>(
      `select count(*) filter (where stage = 'claimed')::int as claims,
         count(*) filter (where stage = 'accepted')::int as cases,
         count(*) filter (where priority = ${URGENT})::int as urgent
       from support_request where assignee_id = $1`,
      [accountId],
    );
    return row!;
  }

  /** The rest of an account; an end that has passed is null. */
  private async restOf(accountId: string): Promise<Rest> {
    const { restingSince = null, urgentRestEndsAt: end = null } =
      (await this.db.repo(Supporter).findOneBy({ accountId })) ?? {};
    return { restingSince, urgentRestEndsAt: end && end > this.clock.now() ? end : null };
  }

  /** Throws Conflict for a supporter who rests, and TooMany for one who has as many cases as the instance allows. */
  async assertMayTake(accountId: string, { priority }: SupportRequest): Promise<void> {
    const isUrgent = priority === URGENT;
    const rest = await this.restOf(accountId);
    if (rest.restingSince) throw new Conflict('support.resting');
    if (isUrgent && rest.urgentRestEndsAt) throw new Conflict('support.urgentRest');
    const { claims, cases, urgent } = await this.inHand(accountId);
    const limits = await this.limits.current();
    if (claims + cases >= limits.open) throw new TooMany('support.openLimit');
    if (isUrgent && urgent >= limits.urgent) throw new TooMany('support.urgentLimit');
  }

  /** Whether the account rests by its own choice. */
  async isResting(accountId: string): Promise<boolean> {
    return (await this.restOf(accountId)).restingSince !== null;
  }

  /** Starts the rest of a supporter who closed an urgent case. */
  async restAfter(accountId: string, { priority }: SupportRequest): Promise<void> {
    this.db.assertWriting();
    if (priority !== URGENT) return;
    const urgentRestEndsAt = this.clock.in(URGENT_REST);
    await this.db.repo(Supporter).update({ accountId }, { urgentRestEndsAt });
  }
}
