import type { AuditEntry } from '../audit-entry.entity.js';
import { BEGINNING, follows, type Place } from './chain.js';
import { type Doubt, type Gone, type Known, settle } from './chain-doubts.js';
import type { Fault } from './chain-faults.js';

/** So many faults are named; more would say nothing new, and memory stays flat. */
const MOST_FAULTS = 100;
/** So many entries that were taken out together, with the rest renumbered, are recognised. */
const MOST_TAKEN_OUT = 500;
const MOST_SHIFTED = 20;

/** An entry that was looked at, with the number that it was written under. */
interface Seen extends Place {
  readonly entry?: AuditEntry;
  /** The hash before it. */
  readonly before: Buffer;
}

/**
 * Reads a chain once, in the order of (seq, id), and names what does not fit. It keeps the last entry, the last one that
 * fitted, and what is in doubt: an entry that does not follow from the one before may be altered, inserted or moved, or
 * stand behind one that was, and only later entries tell.
 */
export class ChainCheck implements Known {
  readonly gone: Gone[] = [];
  readonly doubts: Doubt[] = [];
  readonly shifted: Known['shifted'][number][] = [];
  /** Doubts since `good`: if the next entry follows from `good`, they were inserted. */
  private open: Doubt[] = [];
  private last: Seen;
  private good: Seen;
  /** What the stored number must be raised by, once a renumbering was recognised. */
  private shift = 0;
  /** How many entries were read. */
  count = 0;
  /** How many more do not fit than those that are named. */
  unnamed = 0;

  constructor(from: Place = BEGINNING) {
    this.last = this.good = { ...from, before: from.hash };
  }

  /** Where the chain stands after what was read. */
  get end(): Place {
    return this.last;
  }

  add(entry: AuditEntry): void {
    this.count += 1;
    const seq = entry.seq + this.shift;
    const isNext = seq === this.last.seq + 1;
    if (seq > this.last.seq + 1) this.behindGap(entry, seq);
    else if (isNext && follows(this.last.hash, entry, seq)) this.accept(entry, seq);
    else if (!this.isBehindTwin(entry) && !this.isBehindInserted(entry)) {
      if (!this.isBehindTakenOut(entry)) this.doubt(entry, seq);
    }
  }

  /** Everything that does not fit, in the order of the numbers. */
  result(): Fault[] {
    return settle(this).toSorted((one, other) => one.seq - other.seq);
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

  /** Under the number after the last one that fitted; the numbers behind it are taken to have moved as much. */
  private acceptShifted(entry: AuditEntry): void {
    const seq = this.good.seq + 1;
    this.shift = seq - entry.seq;
    this.keepShifted(entry, seq);
    this.accept(entry, seq);
  }

  private keepShifted({ hash, seq: stood }: AuditEntry, seq: number): void {
    if (this.shifted.length < MOST_SHIFTED) this.shifted.push({ seq, hash, stood });
  }

  /** Numbers are missing: what follows them has nothing to be compared with, and may have been moved there. */
  private behindGap(entry: AuditEntry, seq: number): void {
    const before = this.last.hash;
    this.goneFrom({ seq: this.last.seq + 1, upTo: seq - 1, before });
    this.keep({ entry, seq, before, is: 'behindGap' });
    this.accept(entry, seq);
  }

  /** Of two that follow from the same one, this follows from the second: the first was put there. */
  private isBehindTwin(entry: AuditEntry): boolean {
    if (!this.open.at(-1)?.twin || !follows(this.last.hash, entry, this.good.seq + 1)) return false;
    this.acceptShifted(entry);
    return true;
  }

  /** It follows from the last one that fitted: those between were put there. */
  private isBehindInserted(entry: AuditEntry): boolean {
    if (this.open.length === 0 || !follows(this.good.hash, entry, this.good.seq + 1)) return false;
    const between = this.open.map((doubt) => doubt.entry);
    this.putThere(this.open, between);
    this.last = this.good;
    this.open = [];
    this.acceptShifted(entry);
    return true;
  }

  /** The last one and this one follow each other under later numbers: something before them was taken out. */
  private isBehindTakenOut(entry: AuditEntry): boolean {
    const first = this.open.at(-1);
    if (!first || this.doubts.length >= MOST_FAULTS) return false;
    for (let more = 1; more <= MOST_TAKEN_OUT; more++) {
      const seq = entry.seq + this.shift + more;
      if (!follows(first.entry.hash, entry, seq)) continue;
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
    const twin = good.entry && follows(good.before, entry, good.seq) ? good.entry : undefined;
    // Its number is one that another entry has by right: what follows says nothing about it.
    if (!twin && seq <= good.seq) return this.putThere([], [entry]);
    const doubt: Doubt = { entry, seq, before, behind, twin };
    this.keep(doubt);
    this.open.push(doubt);
    this.last = { seq: Math.max(seq, this.last.seq), hash: entry.hash, entry, before };
  }

  /** What was in doubt is no more: these entries were put where they stand. */
  private putThere(doubts: readonly Doubt[], entries: readonly AuditEntry[]): void {
    this.forget(doubts);
    for (const entry of entries) {
      this.keep({ entry, seq: entry.seq, before: this.good.hash, is: 'inserted' });
    }
  }

  private goneFrom(gone: Gone): void {
    if (this.gone.length < MOST_FAULTS) this.gone.push(gone);
    else this.unnamed += 1;
  }

  private keep(doubt: Doubt): void {
    if (this.doubts.length < MOST_FAULTS) this.doubts.push(doubt);
    else this.unnamed += 1;
  }

  private forget(settled: readonly Doubt[]): void {
    for (const one of settled) {
      const at = this.doubts.indexOf(one);
      if (at >= 0) this.doubts.splice(at, 1);
      else this.unnamed -= 1;
    }
  }
}
