import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import type { RetentionName } from '../../support/messages/message-retention.js';

/*
 * People of the retention model. The model says which messages each person can read, and the law compares every API
 * with it.
 */

export const RETENTION_PEOPLE = ['ada', 'abe', 'ben', 'cy'] as const;
export type RetentionPerson = (typeof RETENTION_PEOPLE)[number];

/** Durations by which the clock moves. No sum of these durations equals a retention. */
const MOVES = [11 * MINUTE, 37 * MINUTE, 123 * MINUTE, 21 * HOUR, 77 * HOUR, 8 * DAY];
export const RETENTION_MS: Readonly<Record<RetentionName, number>> = {
  longest: 365 * DAY,
  days30: 30 * DAY,
  days7: 7 * DAY,
  days1: DAY,
  hours1: HOUR,
};

export type RetentionStep =
  | { readonly kind: 'post'; readonly who: RetentionPerson; readonly answers: number | null }
  | { readonly kind: 'edit'; readonly nth: number }
  | { readonly kind: 'delete'; readonly nth: number }
  | { readonly kind: 'shorten'; readonly to: RetentionName }
  | { readonly kind: 'lengthen'; readonly to: RetentionName }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'leave'; readonly who: 'ben' | 'cy' }
  | { readonly kind: 'join'; readonly who: 'ben' | 'cy' }
  | { readonly kind: 'look'; readonly who: RetentionPerson }
  | { readonly kind: 'purge' };

const who = fc.constantFrom(...RETENTION_PEOPLE);
const nth = fc.nat({ max: 9 });
const kind = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
export const randomRetentionSteps: fc.Arbitrary<RetentionStep[]> = fc.array<RetentionStep>(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: kind('post'), who, answers: fc.option(nth) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('edit', 'delete'), nth }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: kind('shorten', 'lengthen'),
        to: kind('longest', 'days30', 'days7', 'days1', 'hours1'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: kind('move'), by: fc.constantFrom(...MOVES) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('leave', 'join'), who: kind('ben', 'cy') }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('look'), who }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('purge') }) },
  ),
  { minLength: 4, maxLength: 12 },
);

export interface ModelEntry {
  readonly id: string;
  readonly seq: number;
  readonly by: RetentionPerson;
  readonly at: number;
  readonly isAnswer: boolean;
  body: string;
  ends: number;
  isDeleted: boolean;
  readonly isLine: boolean;
}

/**
 * The messages of a channel, and the message number after which each member may read. People outside the group may read
 * nothing.
 */
export class RetentionModel {
  readonly said: ModelEntry[] = [];
  readonly from = new Map<RetentionPerson, number>(RETENTION_PEOPLE.map((one) => [one, 0]));
  retention: RetentionName = 'longest';

  add(entry: Omit<ModelEntry, 'ends' | 'isDeleted'>): void {
    this.said.push({ ...entry, ends: entry.at + RETENTION_MS[this.retention], isDeleted: false });
  }

  mayChange(how: 'shorten' | 'lengthen', to: RetentionName): boolean {
    const [now, then] = [RETENTION_MS[this.retention], RETENTION_MS[to]];
    return how === 'shorten' ? then < now : then > now;
  }

  /** A longer retention does not change existing messages. */
  change(to: RetentionName): void {
    this.retention = to;
    for (const entry of this.said) entry.ends = Math.min(entry.ends, entry.at + RETENTION_MS[to]);
  }

  readBy(one: RetentionPerson, now: number): ModelEntry[] {
    const from = this.from.get(one);
    if (from === undefined) return [];
    return this.said.filter(({ seq, ends }) => seq > from && ends > now);
  }

  unreadBy(one: RetentionPerson, now: number): number {
    return this.readBy(one, now).filter(({ by, isDeleted }) => by !== one && !isDeleted).length;
  }
}
