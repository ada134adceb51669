import type { AuditEntry } from '../audit-entry.entity.js';
import { follows, hashOf, type Place } from './chain.js';
import type { Fault } from './chain-faults.js';

/** An entry that may be wrong where it stands. */
export interface Doubt {
  readonly entry: AuditEntry;
  /** The number that it is taken to have been written under. */
  readonly seq: number;
  /** The hash that stands before it. */
  readonly before: Buffer;
  readonly behind?: AuditEntry | undefined;
  /** Another entry that follows from the same one. */
  readonly twin?: AuditEntry | undefined;
  /** It was put there; or numbers are missing before it, so that it need not be wrong. */
  readonly is?: 'inserted' | 'behindGap';
}

/** Numbers of which no entry is left where they were. */
export interface Gone {
  readonly seq: number;
  readonly upTo: number;
  /** The hash that stands before them. */
  readonly before: Buffer;
}

/** What a check knows when it has read a chain. */
export interface Known {
  readonly doubts: readonly Doubt[];
  readonly gone: readonly Gone[];
  /** Entries that fitted under another number than the one they stand under. */
  readonly shifted: readonly (Place & { readonly stood: number })[];
}

/** Every doubt is tried against so many others: their cube is a matter of some hundred milliseconds. */
const MOST_COMPARED = 40;

/** Where an entry in doubt may have been written: behind which hashes, under which numbers. */
interface Origins {
  readonly hashes: readonly Buffer[];
  readonly numbers: readonly number[];
}

/** What an entry in doubt turned out to be, and the number under which it was written if that was found. */
interface Finding {
  readonly faults: readonly Fault[];
  readonly found?: number;
}

/** What is wrong with the entries in doubt, and which are gone. */
export function settle({ doubts, gone, shifted }: Known): Fault[] {
  const compared = doubts.slice(0, MOST_COMPARED);
  const taken = new Set(shifted.map(({ seq }) => seq));
  const numbers = [
    ...gone.flatMap(numbersOf).slice(0, MOST_COMPARED),
    ...compared.flatMap(({ entry, seq }) => [entry.seq, seq]),
    ...shifted.map(({ stood }) => stood),
  ];
  const origins = {
    hashes: [
      ...[...gone.slice(0, MOST_COMPARED), ...compared].map(({ before }) => before),
      ...compared.flatMap(({ entry, before }) => [entry.hash, hashOf(before, entry)]),
      ...shifted.map(({ hash }) => hash),
    ],
    numbers: [...new Set(numbers)].filter((number) => !taken.has(number)),
  };
  const none = { ...origins, numbers: [] };
  const findings = doubts.map((doubt, at) => findingOf(doubt, at < MOST_COMPARED ? origins : none));
  const found = new Set(findings.map((finding) => finding.found));
  return [
    ...gone.flatMap((one) => stillGone(one, found)),
    ...findings.flatMap(({ faults }) => faults),
  ];
}

function findingOf(doubt: Doubt, { hashes, numbers }: Origins): Finding {
  const { entry, seq, behind, twin, is } = doubt;
  const fits = (number: number) => hashes.some((hash) => follows(hash, entry, number));
  // With nothing behind them nobody can say which of the two was there first.
  if (twin) return { faults: [twin, entry].map((one) => ({ kind: 'inserted', ...named(one) })) };
  // It fits behind an entry that was moved away or whose hash was changed: nothing was done to this one.
  if (!is && fits(seq)) return { faults: [] };
  const found = numbers.find(fits);
  if (found === entry.seq) return { faults: [], found };
  if (found !== undefined) {
    return { faults: [{ kind: 'reordered', ...named(entry), belongsAt: found }], found };
  }
  if (is === 'inserted') return { faults: [{ kind: 'inserted', ...named(entry) }] };
  if (is === 'behindGap') return { faults: [] };
  return {
    faults: [{ kind: 'altered', ...named(entry), ...(behind && { behind: named(behind) }) }],
  };
}

const numbersOf = ({ seq, upTo }: Gone): number[] =>
  Array.from({ length: Math.min(upTo - seq + 1, MOST_COMPARED) }, (_, at) => seq + at);

/** A number whose entry was found elsewhere is not one of an entry that was removed. */
function stillGone({ seq, upTo }: Gone, found: ReadonlySet<number | undefined>): Fault[] {
  const faults: Fault[] = [];
  let from = seq;
  for (const at of [...found].filter((one) => one !== undefined).toSorted((a, b) => a - b)) {
    if (at < from || at > upTo) continue;
    if (at > from) faults.push({ kind: 'removed', seq: from, upTo: at - 1, id: null });
    from = at + 1;
  }
  if (from <= upTo) faults.push({ kind: 'removed', seq: from, upTo, id: null });
  return faults;
}

const named = ({ seq, id }: AuditEntry) => ({ seq, id });
