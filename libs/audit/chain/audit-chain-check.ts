import type { AuditEntry } from '../audit-entry.entity.js';
import { CHAIN_START, isHashedAfter, type ChainPosition } from './chain-hash.js';
import {
  type SuspectEntry,
  type MissingEntryRange,
  type ChainCheckState,
  resolveSuspectEntries,
} from './suspect-entries.js';
import type { TamperingFinding } from './tampering-findings.js';

/** Maximum number of listed faults, so that memory use stays constant. */
const MOST_FAULTS = 100;
/** Maximum number of consecutive removed entries that are recognised after the later entries were renumbered. */
const MOST_TAKEN_OUT = 500;
const MOST_SHIFTED = 20;

/** An entry that was read, with the number that it was originally written with. */
interface Seen extends ChainPosition {
  readonly entry?: AuditEntry;
  readonly before: Buffer;
}

/**
 * Verifies a chain in one pass, in the order of (seq, id), and reports faults. An entry is suspect if its hash does not
 * follow from the previous entry: one of the two may be altered, inserted or moved. Only later entries show which. So
 * the check remembers the last entry, the last valid entry and the suspect entries.
 */
export class ChainCheck implements ChainCheckState {
  readonly gone: MissingEntryRange[] = [];
  readonly doubts: SuspectEntry[] = [];
  readonly shifted: ChainCheckState['shifted'][number][] = [];
  /** Suspect entries since `good`. They were inserted if the next entry follows from `good`. */
  private open: SuspectEntry[] = [];
  private last: Seen;
  private good: Seen;
  /** The number that is added to stored numbers after a renumbering was detected. */
  private shift = 0;
  count = 0;
  /** Number of further faults that are not listed. */
  unnamed = 0;

  constructor(from: ChainPosition = CHAIN_START) {
    this.last = this.good = { ...from, before: from.hash };
  }

  /** The position in the chain after the last entry that was read. */
  get end(): ChainPosition {
    return this.last;
  }

  add(entry: AuditEntry): void {
    this.count += 1;
    const seq = entry.seq + this.shift;
    const isNext = seq === this.last.seq + 1;
    if (seq > this.last.seq + 1) this.behindGap(entry, seq);
    else if (isNext && isHashedAfter(this.last.hash, entry, seq)) this.accept(entry, seq);
    else if (!this.isBehindTwin(entry) && !this.isBehindInserted(entry)) {
      if (!this.isBehindTakenOut(entry)) this.doubt(entry, seq);
    }
  }

  /** All faults in the order of their numbers. */
  result(): TamperingFinding[] {
    return resolveSuspectEntries(this).toSorted((one, other) => one.seq - other.seq);
  }

  private accept(entry: AuditEntry, seq: number): void {
    const second = this.open.at(-1);
    if (second?.twin) {
      this.putThere([second], [second.twin]);
      this.keepShifted(second.entry, this.good.seq);
    }
    this.last = this.good = { seq, hash: entry.hash, entry, before: this.last.hash };
    this.open = [];
  }

  /**
   * Accepts an entry as the successor of the last valid entry. Later entries are assumed to be renumbered by the same
   * amount.
   */
  private acceptShifted(entry: AuditEntry): void {
    const seq = this.good.seq + 1;
    this.shift = seq - entry.seq;
    this.keepShifted(entry, seq);
    this.accept(entry, seq);
  }

  private keepShifted({ hash, seq: stood }: AuditEntry, seq: number): void {
    if (this.shifted.length < MOST_SHIFTED) this.shifted.push({ seq, hash, stood });
  }

  /** Handles missing numbers: the entry after the gap cannot be verified and may have been moved there. */
  private behindGap(entry: AuditEntry, seq: number): void {
    const before = this.last.hash;
    this.goneFrom({ seq: this.last.seq + 1, upTo: seq - 1, before });
    this.keep({ entry, seq, before, is: 'behindGap' });
    this.accept(entry, seq);
  }

  /**
   * Two entries may follow from the same previous entry. If this entry follows from the second of them, the first was
   * inserted.
   */
  private isBehindTwin(entry: AuditEntry): boolean {
    if (!this.open.at(-1)?.twin || !isHashedAfter(this.last.hash, entry, this.good.seq + 1))
      return false;
    this.acceptShifted(entry);
    return true;
  }

  /** If this entry follows from the last valid entry, the entries between them were inserted. */
  private isBehindInserted(entry: AuditEntry): boolean {
    if (this.open.length === 0 || !isHashedAfter(this.good.hash, entry, this.good.seq + 1))
      return false;
    const between = this.open.map((doubt) => doubt.entry);
    this.putThere(this.open, between);
    this.last = this.good;
    this.open = [];
    this.acceptShifted(entry);
    return true;
  }

  /**
   * If this entry follows from the last entry only with a higher number, entries were removed before the last entry.
   */
  private isBehindTakenOut(entry: AuditEntry): boolean {
    const first = this.open.at(-1);
    if (!first || this.doubts.length >= MOST_FAULTS) return false;
    for (let more = 1; more <= MOST_TAKEN_OUT; more++) {
      const seq = entry.seq + this.shift + more;
      if (!isHashedAfter(first.entry.hash, entry, seq)) continue;
      this.goneFrom({ seq: first.seq, upTo: first.seq + more - 1, before: first.before });
      this.forget([first]);
      this.open = [];
      this.shift += more;
      this.accept(entry, seq);
      return true;
    }
    return false;
  }

  private doubt(entry: AuditEntry, seq: number): void {
    const { good } = this;
    const { entry: behind, hash: before } = this.last;
    const twin = good.entry && isHashedAfter(good.before, entry, good.seq) ? good.entry : undefined;
    // The number belongs to a valid entry, so this entry was inserted; the entries after it are not affected.
    if (!twin && seq <= good.seq) return this.putThere([], [entry]);
    const doubt: SuspectEntry = { entry, seq, before, behind, twin };
    this.keep(doubt);
    this.open.push(doubt);
    this.last = { seq: Math.max(seq, this.last.seq), hash: entry.hash, entry, before };
  }

  /** Reports these suspect entries as inserted. */
  private putThere(doubts: readonly SuspectEntry[], entries: readonly AuditEntry[]): void {
    this.forget(doubts);
    for (const entry of entries) {
      this.keep({ entry, seq: entry.seq, before: this.good.hash, is: 'inserted' });
    }
  }

  private goneFrom(gone: MissingEntryRange): void {
    if (this.gone.length < MOST_FAULTS) this.gone.push(gone);
    else this.unnamed += 1;
  }

  private keep(doubt: SuspectEntry): void {
    if (this.doubts.length < MOST_FAULTS) this.doubts.push(doubt);
    else this.unnamed += 1;
  }

  private forget(settled: readonly SuspectEntry[]): void {
    for (const one of settled) {
      const at = this.doubts.indexOf(one);
      if (at >= 0) this.doubts.splice(at, 1);
      else this.unnamed -= 1;
    }
  }
}
