import type { AuditEntry } from '../audit-entry.entity.js';
import { isHashedAfter, entryHash, type ChainPosition } from './chain-hash.js';
import type { TamperingFinding } from './tampering-findings.js';

/** An entry that may be wrong at its position. */
export interface SuspectEntry {
  readonly entry: AuditEntry;
  /** The number with which the entry was probably written. */
  readonly seq: number;
  /** The hash of the entry before this one. */
  readonly before: Buffer;
  readonly behind?: AuditEntry | undefined;
  /** Another entry that follows from the same previous entry. */
  readonly twin?: AuditEntry | undefined;
  /** `inserted`: the entry was inserted. `behindGap`: numbers before the entry are missing, so it may be correct. */
  readonly is?: 'inserted' | 'behindGap';
}

/** A range of numbers for which no entry exists. */
export interface MissingEntryRange {
  readonly seq: number;
  readonly upTo: number;
  /** The hash of the entry before the range. */
  readonly before: Buffer;
}

/** The state of a check after it read a chain. */
export interface ChainCheckState {
  readonly doubts: readonly SuspectEntry[];
  readonly gone: readonly MissingEntryRange[];
  /** Entries that are valid with another number than the stored one; `stood` is the stored number. */
  readonly shifted: readonly (ChainPosition & { readonly stood: number })[];
}

/**
 * Maximum number of suspect entries that are compared with each other: the cost is cubic, some hundred milliseconds at
 * this size.
 */
const MOST_COMPARED = 40;

/** The positions where suspect entries may originally have been: hashes of the entry before, and numbers. */
interface Origins {
  readonly hashes: readonly Buffer[];
  readonly numbers: readonly number[];
}

/** The result for a suspect entry, with its original number if that was found. */
interface Finding {
  readonly faults: readonly TamperingFinding[];
  readonly found?: number;
}

/** Returns the faults that the suspect entries and the missing entries show. */
export function resolveSuspectEntries({
  doubts,
  gone,
  shifted,
}: ChainCheckState): TamperingFinding[] {
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
      ...compared.flatMap(({ entry, before }) => [entry.hash, entryHash(before, entry)]),
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

function findingOf(doubt: SuspectEntry, { hashes, numbers }: Origins): Finding {
  const { entry, seq, behind, twin, is } = doubt;
  const fits = (number: number) => hashes.some((hash) => isHashedAfter(hash, entry, number));
  // At the end of the chain it cannot be decided which of the two entries is the original.
  if (twin) return { faults: [twin, entry].map((one) => ({ kind: 'inserted', ...named(one) })) };
  // The previous entry was moved or its hash was changed, so this entry is intact.
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

const numbersOf = ({ seq, upTo }: MissingEntryRange): number[] =>
  Array.from({ length: Math.min(upTo - seq + 1, MOST_COMPARED) }, (_, at) => seq + at);

/** Excludes numbers whose entry was found at another position, because such an entry was not removed. */
function stillGone(
  { seq, upTo }: MissingEntryRange,
  found: ReadonlySet<number | undefined>,
): TamperingFinding[] {
  const faults: TamperingFinding[] = [];
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
