import type { AuditEntry } from '../audit-entry.entity.js';
import type { TamperingFinding } from './tampering-findings.js';

/**
 * The end of the chain as it was stored outside the database. `trama audit head` prints a head, and a job stores a head
 * every quarter of an hour.
 */
export interface ChainHead {
  readonly seq: number;
  /** The hash in hexadecimal digits. */
  readonly hash: string;
  /** When the head was stored, ISO 8601. */
  readonly at: string;
}

const HASH = /^[0-9a-f]{64}$/;

/** Parses one line; returns undefined if the line is not a head. */
export function parseHead(line: string): ChainHead | undefined {
  try {
    const { seq, hash, at } = JSON.parse(line) as Record<string, unknown>;
    if (!Number.isSafeInteger(seq) || (seq as number) < 0) return undefined;
    if (typeof hash !== 'string' || !HASH.test(hash)) return undefined;
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
    return { seq: seq as number, hash, at };
  } catch {
    return undefined;
  }
}

/**
 * Compares a chain with exported heads. An attacker who can write every row can rebuild the chain from its beginning or
 * cut off its end; only copies outside the database reveal this.
 */
export class HeadCheck {
  private readonly waiting = new Map<number, Set<string>>();
  private readonly seen = new Set<number>();

  constructor(heads: readonly ChainHead[]) {
    for (const { seq, hash } of heads) {
      if (seq > 0) this.waiting.set(seq, (this.waiting.get(seq) ?? new Set()).add(hash));
    }
  }

  add({ seq, hash }: AuditEntry): void {
    const hashes = this.waiting.get(seq);
    if (!hashes) return;
    this.seen.add(seq);
    hashes.delete(hash.toString('hex'));
    if (hashes.size === 0) this.waiting.delete(seq);
  }

  /** Faults shown by the heads, after the chain was read to `lastSeq`. */
  result(lastSeq: number): TamperingFinding[] {
    const numbers = [...this.waiting.keys()].toSorted((one, other) => one - other);
    const rewritten = numbers.find((seq) => this.seen.has(seq));
    const furthest = numbers.at(-1) ?? 0;
    const faults: TamperingFinding[] = [];
    if (rewritten !== undefined) faults.push({ kind: 'rewritten', seq: rewritten, id: null });
    if (furthest > lastSeq) {
      faults.push({ kind: 'cut', seq: lastSeq + 1, upTo: furthest, id: null });
    }
    return faults;
  }
}
