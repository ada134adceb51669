import { createHash } from 'node:crypto';
import type { AuditEntry } from '../audit-entry.entity.js';

/** The columns of an entry that its hash covers. */
export type ChainedEntry = Omit<AuditEntry, 'hash'>;

/** A position in the chain: number and hash of an entry. */
export interface ChainPosition {
  readonly seq: number;
  readonly hash: Buffer;
}

export const CHAIN_START: ChainPosition = { seq: 0, hash: Buffer.alloc(32) };

/**
 * Every column except the hash; a missing column is a compile error. The order of the columns is part of the canonical
 * form.
 */
const COLUMNS: {
  readonly [K in keyof ChainedEntry]-?: (entry: ChainedEntry) => string | number | null;
} = {
  seq: ({ seq }) => seq,
  id: ({ id }) => id,
  // `infinity` is no valid date and can only come from manual SQL. It also needs a canonical form, different from that
  // of every valid date.
  createdAt: ({ createdAt }) => (isTime(createdAt) ? createdAt.toISOString() : String(createdAt)),
  actorId: ({ actorId }) => actorId,
  duty: ({ duty }) => duty,
  action: ({ action }) => action,
  subjectType: ({ subjectType }) => subjectType,
  subjectId: ({ subjectId }) => subjectId,
  aboutId: ({ aboutId }) => aboutId,
  reason: ({ reason }) => reason,
};

const isTime = (at: Date) => at instanceof Date && !Number.isNaN(at.getTime());

/** The unambiguous text of an entry: a JSON list of its columns, with times in UTC to the millisecond. */
const canonical = (entry: ChainedEntry): string =>
  JSON.stringify(Object.values(COLUMNS).map((column) => column(entry)));

/** SHA-256 over the 32 bytes of the previous hash and the entry's canonical form (RFC 8259 text, UTF-8). */
export const entryHash = (previous: Buffer, entry: ChainedEntry): Buffer =>
  createHash('sha256').update(previous).update(canonical(entry)).digest();

/** Whether the entry's hash follows from the previous hash, if the entry has the number `seq`. */
export const isHashedAfter = (previous: Buffer, entry: AuditEntry, seq = entry.seq): boolean =>
  entryHash(previous, { ...entry, seq }).equals(entry.hash);
