import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import type { AuditEntry } from '../audit-entry.entity.js';
import { CHAIN_START, type ChainPosition } from './chain-hash.js';
import { ChainCheck } from './audit-chain-check.js';
import type { TamperingFinding } from './tampering-findings.js';
import { type ChainHead, HeadCheck } from './audit-head-check.js';

export interface ChainVerification {
  /** The number of the last entry that was read. */
  readonly upTo: number;
  readonly isDone: boolean;
  readonly faults: readonly TamperingFinding[];
  /** Number of further faults that are not listed. */
  readonly unnamed: number;
}

/** Number of rows per query, so that memory use does not grow with the chain. */
const AT_ONCE = 2_000;

const ENTRIES = `
  select id, seq::float8 as seq, coalesce(hash, '') as hash, created_at as "createdAt", actor_id as "actorId", duty,
    action, subject_type as "subjectType", subject_id as "subjectId", about_id as "aboutId", reason
  from audit_entry where (seq, id) > ($1, $2) order by seq, id limit $3`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Reads and verifies the audit chain of the instance. */
@Injectable()
export class AuditChain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the end of the chain, to be stored outside the database. */
  async head(): Promise<ChainHead> {
    const sql = 'select seq::float8 as seq, hash from audit_entry order by seq desc limit 1';
    const [end = CHAIN_START] = await this.db.query<ChainPosition>(sql);
    return { seq: end.seq, hash: end.hash.toString('hex'), at: this.clock.now().toISOString() };
  }

  /**
   * Verifies up to `most` entries after the entry with number `from` (0: from the beginning), and compares them with
   * exported heads. Throws Invalid if that entry does not exist.
   */
  async verify(heads: readonly ChainHead[], from = 0, most = Infinity): Promise<ChainVerification> {
    const check = new ChainCheck(await this.placeOf(from));
    const headCheck = new HeadCheck(heads);
    let [seq, id]: [number, string] = [from, from === 0 ? FIRST_ID : LAST_ID];
    let isDone = false;
    while (!isDone && check.count < most) {
      const limit = Math.min(AT_ONCE, most - check.count);
      const rows = await this.db.query<AuditEntry>(ENTRIES, [seq, id, limit]);
      for (const row of rows) {
        check.add(row);
        headCheck.add(row);
      }
      isDone = rows.length < limit;
      ({ seq, id } = rows.at(-1) ?? { seq, id });
    }
    const faults = [
      ...(from === 0 ? await this.withoutNumber() : []),
      ...check.result(),
      ...headCheck.result(isDone ? seq : Infinity),
    ];
    return { upTo: seq, isDone, faults, unnamed: check.unnamed };
  }

  private async placeOf(seq: number): Promise<ChainPosition> {
    if (seq === 0) return CHAIN_START;
    const [place] = await this.db.query<ChainPosition>(
      `select seq::float8 as seq, coalesce(hash, '') as hash from audit_entry where seq = $1 order by id desc limit 1`,
      [seq],
    );
    if (!place) throw new Invalid('page.cursor');
    return place;
  }

  /**
   * Finds entries with a number below 1. The application never writes one, but someone with access to the table could.
   */
  private async withoutNumber(): Promise<TamperingFinding[]> {
    const rows = await this.db.query<{ id: string }>(
      'select id from audit_entry where seq is null or seq < 1 order by id limit 100',
    );
    return rows.map(({ id }) => ({ kind: 'inserted', seq: 0, id }));
  }
}
