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
 * Returns the SHA-256, in hexadecimal digits, of what is requested, by which account and why. An approval contains this
 * hash, so that it counts only for the request that the approver read. The hash is computed from the row each time and
 * never stored.
 */
export function twoPersonRequestHash(act: Bound): string {
  const { id, kind, subjectKey, scopeId, allianceId, aboutId, requestedById, payload, reason } =
    act;
  const place = [scopeId, allianceId, aboutId];
  const at = act.askedAt.toISOString();
  const parts = [id, kind, subjectKey, ...place, requestedById, payload, reason, at];
  return createHash('sha256').update(canonical(parts)).digest('hex');
}

/** JSON with the keys of every object sorted, so that equal values have equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
