import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Duty, Viewer } from '#policy/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';
import { CHAIN_START, type ChainedEntry, entryHash } from './chain/chain-hash.js';

export interface AuditedAct {
  /** A verb of the policy: `readFile`, `suspend`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string;
  /** The account that the action is about. It can see that the action happened. */
  readonly aboutId?: string;
  readonly duty?: Duty;
  readonly reason?: string;
}

/** Advisory lock for appending to the chain. The number is arbitrary but the same on every node. */
const CHAIN_LOCK = 7_215_302;
const END_OF_CHAIN = `select uuidv7() as id, last.* from (select 1) one left join lateral
  (select seq::float8 as seq, hash from audit_entry order by seq desc limit 1) last on true`;

@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the entries of one row, oldest first. */
  ofSubject(
    subjectType: string,
    { id: subjectId }: Permitted<{ id: string }>,
  ): Promise<AuditEntry[]> {
    const where = { subjectType, subjectId };
    return this.db.repo(AuditEntry).find({ where, order: { seq: 'ASC' } });
  }

  /**
   * Returns time and number of the entries of an action since a date, newest first, 100 at most. Checks no policy:
   * callers may learn that the action happened, and nothing more.
   */
  async last(action: string, since: Date): Promise<{ createdAt: Date; seq: number }[]> {
    const where = { action, createdAt: MoreThan(since) };
    const select = { createdAt: true, seq: true } as const;
    return this.db
      .repo(AuditEntry)
      .find({ where, select, order: { createdAt: 'DESC' }, take: 100 });
  }

  /** Counts the entries about one row since a date. Checks no policy: only the system itself may call it. */
  count(action: string, subjectId: string, since: Date): Promise<number> {
    return this.db.repo(AuditEntry).countBy({ action, subjectId, createdAt: MoreThan(since) });
  }

  /** Records the use of a power in the transaction of the action. Throws outside `write()`. */
  async record(viewer: Viewer, act: AuditedAct): Promise<void> {
    if (!this.db.isWriting)
      throw new Error(`${act.action}: record audit entries inside Database.write()`);
    const actorId = viewer.system ? null : viewer.accountId;
    const {
      action,
      subjectType,
      subjectId = null,
      aboutId = null,
      duty = null,
      reason = null,
    } = act;
    const createdAt = this.clock.now();
    const entry = { createdAt, actorId, duty, action, subjectType, subjectId, aboutId, reason };
    this.db.beforeCommit(() => this.append(entry));
  }

  /**
   * Appends an entry; the lock allows only one append at a time in the whole instance. The end of the chain is read by
   * a separate statement, after the lock is taken.
   */
  private async append(entry: Omit<ChainedEntry, 'id' | 'seq'>): Promise<void> {
    await this.db.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [end] = await this.db.query<{ id: string; seq: number | null; hash: Buffer | null }>(
      END_OF_CHAIN,
    );
    const chained = { ...entry, id: end!.id, seq: (end!.seq ?? CHAIN_START.seq) + 1 };
    const hash = entryHash(end!.hash ?? CHAIN_START.hash, chained);
    await this.db.repo(AuditEntry).insert({ ...chained, hash });
  }
}
