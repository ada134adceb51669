import { createHash } from 'node:crypto';
import type { AuditEntry } from '../audit-entry.entity.js';

/** All of an entry that its hash covers. */
export type Chained = Omit<AuditEntry, 'hash'>;

/** Where a chain stands after an entry: that entry's number and hash. */
export interface Place {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Before the first entry. */
export const BEGINNING: Place = { seq: 0, hash: Buffer.alloc(32) };

/** Every column but the hash; one that is missing does not compile. Their order is part of the canonical form. */
const COLUMNS: { readonly [K in keyof Chained]-?: (entry: Chained) => string | number | null } = {
  seq: ({ seq }) => seq,
  id: ({ id }) => id,
  // A time that none is ('infinity') was put there by hand: it has a form too, of no honest entry.
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

/** An entry as one text that no other entry has: a JSON list of its columns, times in UTC to the millisecond. */
const canonical = (entry: Chained): string =>
  JSON.stringify(Object.values(COLUMNS).map((column) => column(entry)));

/** SHA-256 over the 32 bytes of the hash before and the entry's canonical form (RFC 8259 text, UTF-8). */
export const hashOf = (previous: Buffer, entry: Chained): Buffer =>
  createHash('sha256').update(previous).update(canonical(entry)).digest();

/** Whether an entry, taken to have the number `seq`, follows from the hash before it. */
export const follows = (previous: Buffer, entry: AuditEntry, seq = entry.seq): boolean =>
  hashOf(previous, { ...entry, seq }).equals(entry.hash);
