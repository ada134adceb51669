import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { tiedInterpreters } from '../calls/interpreters/end-interpretations.js';
import { WorkingHoursService } from './deadlines/working-hours.service.js';
import { URGENT } from './support-request.entity.js';
import { WorkloadService } from './workload/workload.service.js';

/** The members who support now. */
export const SUPPORTERS = `
  select d.account_id from duty d join account a on a.id = d.account_id and a.standing = 'member'
  where d.name = 'support' and a.password_hash is not null`;

/** Answers who may take a request, and whether anybody can ask. */
@Injectable()
export class SupportAvailabilityService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
    /** Whether a supporter who may take a request has room for it. */
    readonly workload: WorkloadService,
    private readonly ties: ConflictsOfInterestService,
    private readonly hours: WorkingHoursService,
  ) {}

  /** Why nobody can ask now, as the reason of a refusal; null while asking is open. */
  async closedBecause(): Promise<'support.paused' | 'support.noSupporters' | null> {
    if (await this.settings.isSupportPaused()) return 'support.paused';
    const [some] = await this.db.query(`${SUPPORTERS} limit 1`);
    return some ? null : 'support.noSupporters';
  }

  /** Throws Conflict while asking is paused or nobody supports. */
  async assertOpen(): Promise<void> {
    const reason = await this.closedBecause();
    if (reason === 'support.paused') throw new Conflict('support.paused');
    if (reason) throw new Conflict('support.noSupporters');
  }

  /** Reports agreed interpreters whom a change has excluded: their calls are cancelled right after COMMIT. */
  async reportTiedInterpreters(requestId: string): Promise<void> {
    const tied = await tiedInterpreters(this.db, requestId);
    if (tied.length > 0) await this.ties.report(tied);
  }

  /** Account ids of everybody who supports. */
  async supporterIds(): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(`${SUPPORTERS} order by 1`);
    return rows.map((row) => row.account_id);
  }

  /** How many open requests were not answered in time, or nearly so if administrators were notified of them. */
  async countOverdue(): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from support_request
       where stage in ('waiting', 'claimed') and asked_at is null and left_at is null
         and (due_at <= $1 or overdue_told_at is not null)`,
      [this.clock.now()],
    );
    return row!.count;
  }

  /** Account ids of the supporters who may see this request: not its requester, and not recused. */
  async mayTake(requestId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      `select s.account_id from (${SUPPORTERS}) s join support_request r on r.id = $1
       where s.account_id <> r.requester_id and not exists (
         select 1 from case_tie t where t.request_id = r.id and t.account_id = s.account_id)
       order by 1`,
      [requestId],
    );
    return rows.map((row) => row.account_id);
  }

  /**
   * Account ids of the supporters who are told that this request waits: those who may take it and do not rest. If all of
   * them rest after an urgent case, all of these are told: somebody in danger waits. Narrowed to the given accounts, if
   * any.
   */
  async toNotify(requestId: string, among?: readonly string[]): Promise<string[]> {
    const awake = await this.db.query<{ account_id: string; is_in_urgent_rest: boolean }>(
      `select s.account_id, r.priority = ${URGENT} and coalesce(p.urgent_rest_ends_at > $3, false)
         as is_in_urgent_rest
       from unnest($2::uuid[]) s (account_id)
       join support_request r on r.id = $1
       left join supporter p on p.account_id = s.account_id
       where p.resting_since is null
       order by 1`,
      [requestId, among ?? (await this.mayTake(requestId)), this.clock.now()],
    );
    const rested = awake.filter((one) => !one.is_in_urgent_rest);
    return (rested.length > 0 ? rested : awake).map((one) => one.account_id);
  }

  /**
   * Returns which of these supporters are told first of a request that is not urgent. They fit: they have room for
   * another case, take calls in a language of the request, and take its kind. Returns those of them who are on duty
   * today, all who fit if none of these is, and all supporters if nobody fits, or for an urgent request.
   */
  async firstOf(requestId: string, all: readonly string[]): Promise<readonly string[]> {
    const [{ open }, today] = await Promise.all([this.workload.limitsOfEach(), this.hours.today()]);
    const fitting = await this.db.query<{ account_id: string; is_on_duty: boolean }>(
      `select v.account_id, coalesce($4 = any(p.rota_days), false) as is_on_duty
       from call_availability v join support_request r on r.id = $1
       left join supporter p on p.account_id = v.account_id
       where v.account_id = any($2) and r.priority <> ${URGENT} and v.languages && r.languages
         and coalesce(r.kind = any(nullif(p.taken_kinds, '{}')), true)
         and $3 > (select count(*) from support_request h where h.assignee_id = v.account_id)
       order by 1`,
      [requestId, [...all], open, today],
    );
    const onDuty = fitting.filter((one) => one.is_on_duty);
    const first = onDuty.length > 0 ? onDuty : fitting;
    return first.length > 0 ? first.map((one) => one.account_id) : all;
  }

  /** Requests with one of their supporters who may not read them: no longer a supporter, or recused. */
  unreadable(): Promise<{ readonly id: string; readonly accountId: string }[]> {
    return this.db.query(
      `select h.id, h.account_id as "accountId" from (
         select id, assignee_id as account_id from support_request where assignee_id is not null
         union all select request_id, account_id from case_supporter) h
       where h.account_id not in (${SUPPORTERS}) or exists (
         select 1 from case_tie t where t.request_id = h.id and t.account_id = h.account_id)
       order by h.id`,
    );
  }

  /**
   * Returns which of these requests nobody can take, or only one supporter: those whose requester excluded every
   * supporter in the list of work names or all but one. A supporter who closed a case of theirs for conduct counts as
   * excluded; the requester knows who that is, but not who declined a request for it. `none` holds for all of them while nobody supports, which
   * everybody may know. Neither conflicts of interest nor the duty of a single supporter count: with them, a requester
   * could find out by exclusions which account a work name belongs to, when it stops supporting, or that moderation
   * opened a matter about them.
   */
  async candidates(requestIds: readonly string[]): Promise<Map<string, 'none' | 'one'>> {
    if (requestIds.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; candidates: 'none' | 'one' }>(
      `select r.id, case when listed.free = 0 or not exists (${SUPPORTERS}) then 'none' else 'one' end as candidates
       from support_request r, lateral (
         select count(*) filter (where not o.is_out) as free, count(*) filter (where o.is_out) as excluded
         from supporter p, lateral (
           select exists (
             select 1 from case_exclusion x where x.request_id = r.id and x.supporter_id = p.id
           ) or exists (
             select 1 from case_assignment c join support_request d on d.id = c.request_id
             where c.supporter_id = p.account_id and c.requester_id = r.requester_id
               and c.is_for_conduct and d.stage = 'closed') as is_out) o
         where p.account_id <> r.requester_id and p.work_name is not null) listed
       where r.id = any($1) and (
         listed.free = 0 or listed.free = 1 and listed.excluded > 0 or not exists (${SUPPORTERS}))`,
      [[...requestIds]],
    );
    return new Map(rows.map(({ id, candidates }) => [id, candidates]));
  }
}
