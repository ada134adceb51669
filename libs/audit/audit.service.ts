import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Duty, Viewer } from '#policy/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';
import { BEGINNING, type Chained, hashOf } from './chain/chain.js';

export interface Act {
  /** A verb of the policy: `readFile`, `suspend`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string;
  /** The account that the act was about, who may see that it happened. */
  readonly aboutId?: string;
  readonly duty?: Duty;
  readonly reason?: string;
}

/** Any number, the same on every node: whoever holds it adds to the chain. */
const CHAIN_LOCK = 7_215_302;
const END_OF_CHAIN = `select uuidv7() as id, last.* from (select 1) one left join lateral
  (select seq::float8 as seq, hash from audit_entry order by seq desc limit 1) last on true`;

@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What was done to one row, oldest first. Load the row through access first. */
  ofSubject(subjectType: string, subjectId: string): Promise<AuditEntry[]> {
    const where = { subjectType, subjectId };
    return this.db.repo(AuditEntry).find({ where, order: { seq: 'ASC' } });
  }

  /**
   * When something was written down since a moment, newest first, and under which number: for those who may know that it
   * was and nothing more, so that no policy is asked.
   */
  async last(action: string, since: Date): Promise<{ createdAt: Date; seq: number }[]> {
    const where = { action, createdAt: MoreThan(since) };
    const select = { createdAt: true, seq: true } as const;
    return this.db
      .repo(AuditEntry)
      .find({ where, select, order: { createdAt: 'DESC' }, take: 100 });
  }

  /** How often something was written down of one row since a moment. Asks no policy: for the system alone. */
  count(action: string, subjectId: string, since: Date): Promise<number> {
    return this.db.repo(AuditEntry).countBy({ action, subjectId, createdAt: MoreThan(since) });
  }

  /** Writes down that a power was used, in the same transaction as the act. Throws outside write(). */
  async record(viewer: Viewer, act: Act): Promise<void> {
    if (!this.db.isWriting) throw new Error(`${act.action} recorded outside write()`);
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

  /** One entry after another over the whole instance; the end is read by a statement that sees what the lock waited for. */
  private async append(entry: Omit<Chained, 'id' | 'seq'>): Promise<void> {
    await this.db.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [end] = await this.db.query<{ id: string; seq: number | null; hash: Buffer | null }>(
      END_OF_CHAIN,
    );
    const chained = { ...entry, id: end!.id, seq: (end!.seq ?? BEGINNING.seq) + 1 };
    const hash = hashOf(end!.hash ?? BEGINNING.hash, chained);
    await this.db.repo(AuditEntry).insert({ ...chained, hash });
  }
}
