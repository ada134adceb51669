import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { type Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import {
  canBecomeSteward,
  hasActiveSteward,
  updateStewardVacancies,
} from '#members/steward-vacancies.js';
import { GroupArchiveService } from '../archive/group-archive.service.js';
import { GroupLockService } from '../group-lock.service.js';
import { StewardsChanged, SuccessionRequested, SuccessionRequestEnded } from '../groups.events.js';
import {
  SUCCESSION_REQUEST_DURATION,
  SuccessionRequest,
  SuccessionRequestState,
} from './succession-request.entity.js';

/** How long a group waits for its stewards before members are asked. */
export const WAIT_BEFORE_ASKING = 14 * DAY;
/** How long members are asked, counted from the first request. */
const SEARCH_DURATION = 60 * DAY;

/** SQL: members `m` of a group with their accounts `a` who have not been asked in its vacancy. */
const notAsked = (groupId: string, since: string): string => `
  from membership m join account a on a.id = m.account_id
  where m.group_id = ${groupId} and m.ended_at is null and m.role <> 'steward' and not exists (
    select 1 from succession_request r where r.membership_id = m.id and r.asked_at >= ${since})`;

const seconds = (duration: number): string => `interval '${duration / 1_000} seconds'`;

/**
 * Groups in which something is due at $1: a vacancy or its end was not recorded, the waiting request is over, the next
 * member can be asked, or the search ends. A group that is archived or has no members has no search; a coalition has no
 * stewards of its own.
 */
const DUE_GROUPS = `
  select g.id from "group" g
  left join steward_vacancy v on v.group_id = g.id
  left join succession_request r on r.group_id = g.id and r.state = 'waiting'
  left join membership m on m.id = r.membership_id and m.ended_at is null
  left join account a on a.id = m.account_id
  where g.kind = 'group' and case
    when g.archived_at is not null then r.id is not null
    when ${hasActiveSteward('g.id')} then v.group_id is not null or r.id is not null
    when not exists (select 1 from membership i where i.group_id = g.id and i.ended_at is null) then false
    when v.group_id is null then true
    when r.id is not null then r.asked_at < v.since or r.expires_at <= $1
      or ${canBecomeSteward('$1')} is not true
    when v.since > $1::timestamptz - ${seconds(WAIT_BEFORE_ASKING)} then false
    else coalesce(
        (select min(asked_at) from succession_request q where q.group_id = g.id and q.asked_at >= v.since),
        v.since + ${seconds(WAIT_BEFORE_ASKING)}) <= $1::timestamptz - ${seconds(SEARCH_DURATION)}
      or exists (select 1 ${notAsked('g.id', 'v.since')} and ${canBecomeSteward('$1')}) end
  order by g.id`;

interface Candidate {
  readonly id: string;
  readonly account_id: string;
}

/**
 * Searches a steward for groups that have none. A vacancy begins when the last active steward leaves or loses the
 * standing of a member. After 14 days members are asked, one at a time. The group is archived 60 days
 * after the first request, also if everybody was asked before: until then its steward may be back.
 */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly archive: GroupArchiveService,
  ) {}

  /**
   * Brings every group in which something is due up to date, each in its own transaction. A failed group is retried with
   * the next run and does not block the others; the first error is thrown at the end.
   */
  async settleAll(): Promise<void> {
    const groups = await this.db.query<{ id: string }>(DUE_GROUPS, [this.clock.now()]);
    const failures: unknown[] = [];
    for (const { id } of groups) await this.settle(id).catch((error) => failures.push(error));
    // The table has no foreign key to the group: a change of an account's standing would wait for the group's lock.
    await this.db.query(
      'delete from steward_vacancy where group_id not in (select id from "group")',
    );
    if (failures.length > 0) throw failures[0];
  }

  async settleGroupsOf(accountId: string): Promise<void> {
    const groups = await this.db.query<{ id: string }>(
      'select group_id as id from membership where account_id = $1 and ended_at is null order by 1',
      [accountId],
    );
    for (const { id } of groups) await this.settle(id);
  }

  /** Does what is due in the group: asks the next member, or ends the request if the group has a steward again. */
  settle(groupId: string): Promise<void> {
    return this.db.write(async () => {
      await this.groupLock.acquire(groupId);
      if (!(await this.isGroup(groupId))) return undefined;
      const now = this.clock.now();
      await updateStewardVacancies(this.db, [groupId], now);
      const since = await this.searchedSince(groupId);
      if ((await this.keepsWaiting(groupId, since)) || !since) return undefined;
      const searchFrom = since.getTime() + WAIT_BEFORE_ASKING;
      if (now.getTime() < searchFrom) return undefined;
      const first = await this.db.repo(SuccessionRequest).findOne({
        where: { groupId, askedAt: MoreThanOrEqual(since) },
        order: { askedAt: 'ASC' },
      });
      const firstAt = first?.askedAt.getTime() ?? searchFrom;
      const end = new Date(firstAt + SEARCH_DURATION);
      return now < end ? this.askNext(groupId, since, end) : this.archive.archive(groupId);
    });
  }

  /** Makes the asked member steward. The caller holds the lock of the group. */
  async appoint(request: SuccessionRequest): Promise<Membership> {
    this.db.assertWriting();
    const { groupId, membershipId } = request;
    const [membership] = await this.memberships.byIds([membershipId]);
    await this.memberships.setRole(membership!, MembershipRole.steward);
    await this.close(request, SuccessionRequestState.accepted);
    await this.events.record(StewardsChanged, { groupId });
    return membership!;
  }

  /**
   * Whether members are asked, as far as the group may know it: while it lists a steward, the answer would disclose that
   * their account is suspended or locked.
   */
  async seeksSteward(groupId: string): Promise<boolean> {
    const since = await this.searchedSince(groupId);
    if (!since || since > this.clock.in(-WAIT_BEFORE_ASKING)) return false;
    return !(await this.memberships.hasSteward(groupId));
  }

  /** Stores how a request ended, and reloads open pages of the asked member. */
  async close(request: SuccessionRequest, state: SuccessionRequestState): Promise<void> {
    this.db.assertWriting();
    const { id: requestId, membershipId } = request;
    Object.assign(request, { state, decidedAt: this.clock.now() });
    await this.db.repo(SuccessionRequest).save(request);
    await this.events.record(SuccessionRequestEnded, { requestId, membershipId });
  }

  private async askNext(groupId: string, since: Date, end: Date): Promise<void> {
    const next = await this.nextCandidate(groupId, since);
    if (!next) return;
    const askedAt = this.clock.now();
    const weekEnd = this.clock.in(SUCCESSION_REQUEST_DURATION);
    const requests = this.db.repo(SuccessionRequest);
    const expiresAt = weekEnd < end ? weekEnd : end;
    const asked = await requests.save(
      requests.create({ groupId, membershipId: next.id, askedAt, expiresAt }),
    );
    const accountId = next.account_id;
    await this.events.record(SuccessionRequested, { requestId: asked.id, accountId });
  }

  /** Facilitators first, then by seniority. Members who cannot become steward now may be asked until the end. */
  private async nextCandidate(groupId: string, since: Date): Promise<Candidate | undefined> {
    const [next] = await this.db.query<Candidate>(
      `select m.id, m.account_id ${notAsked('$1', '$2')} and ${canBecomeSteward('$3')}
       order by m.role = 'facilitator' desc, m.joined_at, m.id limit 1`,
      [groupId, since, this.clock.now()],
    );
    return next;
  }

  /**
   * Whether a request waits that can still be accepted. Closes the waiting request if it cannot: it is over, or it belongs
   * to an earlier vacancy, whose end was not settled before the steward was lost again.
   */
  private async keepsWaiting(groupId: string, since: Date | undefined): Promise<boolean> {
    const { waiting: state, unanswered, ended } = SuccessionRequestState;
    const waiting = await this.db.repo(SuccessionRequest).findOneBy({ groupId, state });
    if (!waiting) return false;
    const isCurrent = since !== undefined && waiting.askedAt >= since;
    if (isCurrent && (await this.canStillAccept(waiting))) return true;
    const hadSteward = !isCurrent && !(await this.groupLock.isArchived(groupId));
    await this.close(waiting, hadSteward ? ended : unanswered);
    return false;
  }

  private async canStillAccept({ membershipId, expiresAt }: SuccessionRequest): Promise<boolean> {
    const now = this.clock.now();
    if (expiresAt <= now) return false;
    const able = await this.db.query(
      `select 1 from membership m join account a on a.id = m.account_id
       where m.id = $1 and m.ended_at is null and ${canBecomeSteward('$2')}`,
      [membershipId, now],
    );
    return able.length > 0;
  }

  private async isGroup(groupId: string): Promise<boolean> {
    const sql = `select 1 from "group" where id = $1 and kind = 'group'`;
    return (await this.db.query(sql, [groupId])).length > 0;
  }

  /** The begin of the vacancy. Nobody is searched for an archived group. */
  private async searchedSince(groupId: string): Promise<Date | undefined> {
    const [vacancy] = await this.db.query<{ since: Date }>(
      `select v.since from steward_vacancy v join "group" g on g.id = v.group_id and g.archived_at is null
       where v.group_id = $1`,
      [groupId],
    );
    return vacancy?.since;
  }
}
