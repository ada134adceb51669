import { createHash } from 'node:crypto';
import type { TwoPersonAct } from './two-person-act.entity.js';

type Bound = Pick<
  TwoPersonAct,
  | 'id'
  | 'kind'
  | 'subjectKey'
  | 'scopeId'
  | 'allianceId'
  | 'aboutId'
  | 'requestedById'
  | 'payload'
  | 'reason'
  | 'askedAt'
>;

/**
 * SHA-256, in hexadecimal digits, of exactly what is asked for, by whom and why: an approval names it, so it counts for
 * nothing but what its giver read. It is made from the row each time and kept nowhere.
 */
export function askedHash(act: Bound): string {
  const { id, kind, subjectKey, scopeId, allianceId, aboutId, requestedById, payload, reason } =
    act;
  const place = [scopeId, allianceId, aboutId];
  const at = act.askedAt.toISOString();
  const parts = [id, kind, subjectKey, ...place, requestedById, payload, reason, at];
  return createHash('sha256').update(canonical(parts)).digest('hex');
}

/** JSON with the keys of every object in order, so that one value has one text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
