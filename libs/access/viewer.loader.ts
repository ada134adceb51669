import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, MINUTE } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';
import { TooMany, Unauthenticated } from '#kernel/errors.js';
import { hashToken } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Batcher } from '#kernel/batcher.js';
import { firstDayOfMonth } from '#members/activity-month.js';
import { hasShortSessions, sessionLimits } from '#members/sessions/session-limits.js';
import type { Duty, Standing, Viewer } from '#policy/viewer.js';
import { sessionCookieName, sessionTokenIn } from './session-cookie.js';

interface ViewerRow {
  session_id: string;
  account_id: string;
  standing: Standing;
  probation_ends_at: Date | null;
  session_days: number | null;
  used_at: Date;
  duties: Duty[];
  memberships: {
    id: string;
    group_id: string;
    kind: 'group' | 'coalition';
    role: string;
    is_plain: boolean;
    is_read_only: boolean | null;
  }[];
  coalition_roles: {
    coalition_id: string;
    participant_id: string;
    is_owner: boolean;
    is_delegate: boolean;
    is_steward: boolean;
    has_grant: boolean;
  }[];
  allies: { alliance_id: string; other_id: string }[];
  past_alliances: { id: string; is_put_away: boolean }[];
  threads: { id: string; may_post: boolean }[];
  parted_groups: string[];
  barred_groups: string[];
  invited_groups: string[];
  invited_organisations: string[];
}

/** Roles with the rights of a facilitator. */
const FACILITATING_ROLES: ReadonlySet<string> = new Set(['facilitator', 'steward']);

/**
 * SQL of the facts of a viewer that policy rules may use, read in one statement for a whole batch of requests. The
 * functions are in the migration `facts-of-few-viewers`.
 */
const FACTS = `
  (select coalesce(array_agg(d.name), '{}') from duty d where d.account_id = a.id) as duties,
  (select coalesce(json_agg(json_build_object('id', m.id, 'group_id', m.group_id, 'kind', m.group_kind, 'role', m.role,
      'is_plain', m.persona_name is null, 'is_read_only', m.agreements_due_at <= $2 and (
        select v.text <> '' from agreements_version v where v.group_id = m.group_id
        order by v.number desc limit 1))), '[]')
    from membership m where m.account_id = a.id and m.ended_at is null) as memberships,
  coalition_roles_of(a.id) as coalition_roles,
  (select coalesce(json_agg(json_build_object('alliance_id', y.alliance_id, 'other_id', y.other_id)), '[]')
    from ally y where y.account_id = a.id and not exists (
      select 1 from hidden_pair h where h.account_id = a.id and h.other_id = y.other_id)) as allies,
  (select coalesce(json_agg(json_build_object('id', y.alliance_id, 'is_put_away', y.is_put_away)), '[]')
    from past_conversation y where y.account_id = a.id) as past_alliances,
  threads_of(a.id) as threads,
  (select coalesce(array_agg(g.group_id), '{}') from parted_group g where g.account_id = a.id) as parted_groups,
  (select coalesce(array_agg(b.group_id), '{}') from membership b
    where b.account_id = a.id and b.barred_at is not null) as barred_groups,
  (select coalesce(array_agg(i.group_id), '{}') from group_invitation i
    where i.invited_id = a.id and i.state = 'waiting' and i.expires_at > $2
      and not is_hidden_from_steward(a.id, i.group_id)) as invited_groups,
  (select coalesce(array_agg(i.organisation_id), '{}') from organisation_invitation i
    where i.account_id = a.id and i.state = 'waiting' and i.expires_at > $2 and not exists (
      select 1 from spokesperson_hidden h
      where h.organisation_id = i.organisation_id and h.account_id = a.id)) as invited_organisations`;
/**
 * SQL of the standing. A removed account that may still appeal has the rights of a suspended member; other former
 * accounts have none.
 */
const STANDING = `case a.standing when 'former' then 'suspended' else a.standing end as standing`;
const IS_THERE = `(a.standing <> 'former' or exists (
  select 1 from heard_account h where h.account_id = a.id and (h.until is null or h.until > $2)))`;
const OF_ACCOUNT = `a.id as account_id, ${STANDING}, a.probation_ends_at, a.session_days, ${FACTS}`;
const BY_SESSION = `
  select s.token_hash, s.id as session_id, s.used_at, ${OF_ACCOUNT}
  from session s join account a on a.id = s.account_id
  where s.idle_ends_at > $2 and s.ends_at > $2 and ${IS_THERE}`;
/** The statement that loads the viewer of account $1 at time $2. */
export const VIEWER_BY_ACCOUNT_SQL = `
  select a.id as session_id, null as used_at, ${OF_ACCOUNT} from account a where a.id = $1 and ${IS_THERE}`;

/**
 * Minimum interval between updates of a session's `used_at`, so that reads rarely write and no exact time of use is
 * stored.
 */
const TOUCH_EVERY = 5 * MINUTE;
const LIMITS = { atOnce: 500, waiting: 1, works: 4, patience: 3 };
const full = () => new TooMany('document.again', 2);

@Injectable()
export class ViewerLoader {
  private readonly requests = new Batcher<Buffer, ViewerRow | undefined>(
    (hashes) => this.byTokens(hashes),
    LIMITS,
  );
  private count = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Returns the viewer of a Cookie header, for HTTP and sockets; undefined without a valid session. */
  async fromCookie(header: string | undefined, isActivity = true): Promise<Viewer | undefined> {
    const token = sessionTokenIn(header, sessionCookieName(this.config));
    if (!token) return undefined;
    // Each request has its own key, so that none waits for another.
    const row = await this.requests.take(`${this.count++}`, hashToken(token), full);
    if (row && isActivity) await this.touch(row);
    return row && this.toViewer(row);
  }

  /**
   * Reads the viewers of a batch. The statement starts after every request of the batch arrived, so no request gets
   * outdated facts.
   */
  private async byTokens(hashes: readonly Buffer[]): Promise<(ViewerRow | undefined)[]> {
    const text = `${BY_SESSION} and s.token_hash = any($1)`;
    const values = [hashes, this.clock.now()];
    // Run outside any transaction: the request that started the batch may have one open.
    const rows = await this.db.outside(() =>
      this.db.named<ViewerRow & { token_hash: Buffer }>('viewers-by-token', text, values),
    );
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('latin1'), row]));
    return hashes.map((hash) => byHash.get(hash.toString('latin1')));
  }

  /** Returns the current viewer of a session; undefined if the session ended. */
  async bySession(sessionId: string): Promise<Viewer | undefined> {
    const text = `${BY_SESSION} and s.id = $1`;
    const [row] = await this.db.named<ViewerRow>('viewer-by-session', text, [
      sessionId,
      this.clock.now(),
    ]);
    return row && this.toViewer(row);
  }

  /**
   * Returns the viewer of an account without a session, to check what it may be notified of and for "see it as…"
   * previews.
   */
  async byAccount(accountId: string): Promise<Viewer | undefined> {
    const values = [accountId, this.clock.now()];
    const [row] = await this.db.named<ViewerRow>(
      'viewer-by-account',
      VIEWER_BY_ACCOUNT_SQL,
      values,
    );
    return row && this.toViewer(row);
  }

  /**
   * Returns the viewer with current rights, for an operation that waited. Throws Unauthenticated if the session ended.
   * A system viewer is returned unchanged. Reads outside the open transaction and waits for no lock.
   */
  async reload(viewer: Viewer): Promise<Viewer> {
    const { accountId, sessionId, system } = viewer;
    if (system !== undefined) return viewer;
    const isOfAccount = sessionId === accountId; // A viewer from `byAccount` has the account's id in place of a session id.
    const now = await this.db.outside(() =>
      isOfAccount ? this.byAccount(accountId) : this.bySession(sessionId),
    );
    if (!now) throw new Unauthenticated();
    return now;
  }

  private toViewer(row: ViewerRow): Viewer {
    const now = this.clock.now();
    const groups = groupsIn(row);
    return {
      accountId: row.account_id,
      sessionId: row.session_id,
      standing: row.standing,
      isOnProbation: row.probation_ends_at !== null && row.probation_ends_at > now,
      duties: row.standing === 'member' || row.standing === 'staff' ? row.duties : [],
      groups: {
        member: groups.map((m) => m.group_id),
        facilitator: groups.filter((m) => FACILITATING_ROLES.has(m.role)).map((m) => m.group_id),
        steward: groups.filter((m) => m.role === 'steward').map((m) => m.group_id),
        plain: groups.filter((m) => m.is_plain && m.kind === 'group').map((m) => m.group_id),
        readOnly: groups.filter((m) => m.is_read_only).map((m) => m.group_id),
      },
      coalitions: coalitionsIn(row),
      partedGroups: row.parted_groups,
      barredGroups: row.barred_groups,
      invitedTo: { groups: row.invited_groups, organisations: row.invited_organisations },
      membershipIds: groups.map((m) => m.id),
      alliances: row.allies.map((ally) => ally.alliance_id),
      allies: row.allies.map((ally) => ally.other_id),
      pastAlliances: {
        kept: row.past_alliances.filter((one) => !one.is_put_away).map(({ id }) => id),
        putAway: row.past_alliances.filter((one) => one.is_put_away).map(({ id }) => id),
      },
      threads: {
        open: row.threads.filter((one) => one.may_post).map(({ id }) => id),
        ended: row.threads.filter((one) => !one.may_post).map(({ id }) => id),
      },
      at: now,
    };
  }

  private async touch(row: ViewerRow): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - row.used_at.getTime() < TOUCH_EVERY) return;
    const isShort = hasShortSessions(row.duties.length, row.standing);
    const { idleMs } = sessionLimits(isShort, row.session_days);
    const sql = 'update session set used_at = $2, idle_ends_at = least(ends_at, $3) where id = $1';
    await this.db.query(sql, [row.session_id, now, this.clock.in(idleMs)]);
    // Writes the row at most once a month, because the month is the only record of whether an account is active.
    const month = 'update account set active_month = $2 where id = $1 and active_month < $2';
    await this.db.query(month, [row.account_id, firstDayOfMonth(now)]);
  }
}

/**
 * The memberships that give access. The entry in a coalition counts only while an accepted grant explains it, so access
 * does not depend on a clean-up of entries. A coalition steward who takes part has the rights of a steward.
 */
function groupsIn({ memberships, coalition_roles: roles }: ViewerRow): ViewerRow['memberships'] {
  if (roles.length === 0) return memberships.filter(({ kind }) => kind === 'group');
  const granted = new Set(roles.filter((r) => r.has_grant).map((r) => r.coalition_id));
  const held = new Set(roles.filter((r) => r.is_steward).map((r) => r.coalition_id));
  return memberships
    .filter(({ kind, group_id }) => kind === 'group' || granted.has(group_id))
    .map((m) => (held.has(m.group_id) ? { ...m, role: 'steward' } : m));
}

function coalitionsIn({ coalition_roles: roles }: ViewerRow): Viewer['coalitions'] {
  const coalitionIds = (some: ViewerRow['coalition_roles']) => [
    ...new Set(some.map((r) => r.coalition_id)),
  ];
  return {
    near: coalitionIds(roles),
    steward: coalitionIds(roles.filter((r) => r.is_steward)),
    delegate: roles.filter((r) => r.is_delegate).map((r) => r.participant_id),
    owner: roles.filter((r) => r.is_owner).map((r) => r.participant_id),
  };
}
