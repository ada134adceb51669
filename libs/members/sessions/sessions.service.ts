import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { hashToken, isId, newToken } from '#kernel/ids.js';
import { Account } from '../account.entity.js';
import { Duty } from '../duty.entity.js';
import { firstDayOfMonth } from '../activity-month.js';
import { AccessRevocations } from '../access-revocations.js';
import { hasShortSessions, type SessionLimits, sessionLimits } from './session-limits.js';
import { Session } from './session.entity.js';

const MOST = 20;

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly revocations: AccessRevocations,
  ) {}

  /** Returns how long a session of this account lasts, in milliseconds. */
  async limitsOf(accountId: string): Promise<SessionLimits> {
    const account = await this.db.repo(Account).findOneByOrFail({ id: accountId });
    const duties = await this.db.repo(Duty).countBy({ accountId });
    return sessionLimits(hasShortSessions(duties, account.standing), account.sessionDays);
  }

  /** Opens a session and returns its token of 256 random bits, of which only the hash is stored. */
  async open(accountId: string, label: string): Promise<{ token: string; session: Session }> {
    const token = newToken();
    const now = this.clock.now();
    const ends = await this.limitsOf(accountId);
    await this.db.repo(Account).update(accountId, { activeMonth: firstDayOfMonth(now) });
    const sessions = this.db.repo(Session);
    const session = await sessions.save(
      sessions.create({
        accountId,
        label,
        tokenHash: hashToken(token),
        confirmedAt: now,
        usedAt: now,
        idleEndsAt: this.clock.in(ends.idleMs),
        endsAt: this.clock.in(ends.absoluteMs),
      }),
    );
    await this.endOldest(accountId, session.id);
    return { token, session };
  }

  /** Ends sessions beyond the maximum, the longest unused first. */
  private async endOldest(accountId: string, newestId: string): Promise<void> {
    const over = await this.db.query<{ id: string }>(
      `with over as (delete from session where id in (
         select id from session where account_id = $1 and id <> $2 order by used_at desc offset $3) returning id)
       select id from over`,
      [accountId, newestId, MOST - 1],
    );
    const ids = over.map(({ id }) => id);
    if (ids.length > 0) await this.close(accountId, ids, 'too-many-sessions');
  }

  /** Returns the valid sessions of an account, most recently used first. */
  listOf(accountId: string): Promise<Session[]> {
    const now = this.clock.now();
    return this.db.repo(Session).find({
      where: { accountId, endsAt: MoreThan(now), idleEndsAt: MoreThan(now) },
      order: { usedAt: 'DESC' },
    });
  }

  /** Whether the session was opened in the last `ms` milliseconds, and at most an hour ago. */
  async isOpenedWithin(id: string, ms: number): Promise<boolean> {
    if (!isId(id) || !(ms > 0)) return false;
    // The database wrote the time of the row, so its clock is asked.
    const newer = `select 1 from session where id = $1 and created_at > now() - make_interval(secs => $2)`;
    return (await this.db.query(newer, [id, Math.min(ms, HOUR) / 1_000])).length > 0;
  }

  /** Ends a session of this account and closes its sockets on every node. */
  async end(accountId: string, sessionId: string, reason = 'signed-out'): Promise<void> {
    if (!isId(sessionId)) throw new NotFound();
    const { affected } = await this.db.repo(Session).delete({ id: sessionId, accountId });
    if (!affected) throw new NotFound();
    await this.close(accountId, [sessionId], reason);
  }

  /** Ends every session of the account, or all except `exceptId`. Returns their number. */
  async endAll(accountId: string, reason: string, exceptId?: string): Promise<number> {
    const where = exceptId ? { accountId, id: Not(exceptId) } : { accountId };
    const ended = await this.db.repo(Session).find({ where, select: { id: true } });
    if (ended.length === 0) return 0;
    const sessionIds = ended.map((session) => session.id);
    await this.db.repo(Session).delete({ id: In(sessionIds) });
    await this.close(accountId, sessionIds, reason);
    return sessionIds.length;
  }

  /** Shortens the account's sessions to its current maximum; never extends them. */
  async shorten(accountId: string): Promise<void> {
    const { idleMs, absoluteMs } = await this.limitsOf(accountId);
    await this.db.query(
      `update session set ends_at = least(ends_at, $2), idle_ends_at = least(idle_ends_at, $3)
       where account_id = $1`,
      [accountId, this.clock.in(absoluteMs), this.clock.in(idleMs)],
    );
  }

  /**
   * Deletes expired sessions and closes their sockets, since an open socket sends no request that would be refused.
   * Returns their number.
   */
  async endExpired(): Promise<number> {
    const over = await this.db.query<{ account_id: string; ids: string[] }>(
      `with over as (delete from session where least(ends_at, idle_ends_at) <= $1 returning id, account_id)
       select account_id, array_agg(id) as ids from over group by account_id`,
      [this.clock.now()],
    );
    for (const { account_id, ids } of over) await this.close(account_id, ids, 'over');
    return over.reduce((count, { ids }) => count + ids.length, 0);
  }

  /** Returns when the password was last entered in this session, or null if the session ended. */
  async confirmedAt(sessionId: string): Promise<Date | null> {
    const session = await this.db.repo(Session).findOneBy({ id: sessionId });
    return session?.confirmedAt ?? null;
  }

  async confirm(sessionId: string): Promise<void> {
    await this.db.repo(Session).update(sessionId, { confirmedAt: this.clock.now() });
  }

  private async close(accountId: string, sessionIds: string[], reason: string): Promise<void> {
    const tell = () => this.revocations.tell({ kind: 'sessions', accountId, sessionIds, reason });
    if (this.db.isWriting) this.db.afterCommit(tell);
    else await tell();
  }
}
