import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import type { Kept } from '../../support/talk/message-retention.js';

/* Reference model of the messages that each person of a channel can read; the law compares every API with it. */

export const WHO = ['ada', 'abe', 'ben', 'cy'] as const;
export type Who = (typeof WHO)[number];

/** No sum of these equals a retention period. */
const MOVES = [11 * MINUTE, 37 * MINUTE, 123 * MINUTE, 21 * HOUR, 77 * HOUR, 8 * DAY];
export const LASTS: Readonly<Record<Kept, number>> = {
  longest: 365 * DAY,
  days30: 30 * DAY,
  days7: 7 * DAY,
  days1: DAY,
  hours1: HOUR,
};

export type Step =
  | { readonly kind: 'post'; readonly who: Who; readonly answers: number | null }
  | { readonly kind: 'edit'; readonly nth: number }
  | { readonly kind: 'delete'; readonly nth: number }
  | { readonly kind: 'shorten'; readonly to: Kept }
  | { readonly kind: 'lengthen'; readonly to: Kept }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'leave'; readonly who: 'ben' | 'cy' }
  | { readonly kind: 'join'; readonly who: 'ben' | 'cy' }
  | { readonly kind: 'look'; readonly who: Who }
  | { readonly kind: 'purge' };

const who = fc.constantFrom(...WHO);
const nth = fc.nat({ max: 9 });
const kind = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
export const steps: fc.Arbitrary<Step[]> = fc.array<Step>(
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

export interface Entry {
  readonly id: string;
  readonly seq: number;
  readonly by: Who;
  readonly at: number;
  readonly isAnswer: boolean;
  body: string;
  ends: number;
  isDeleted: boolean;
  readonly isLine: boolean;
}

/** Messages, and the number after which each member may read. People outside the group may read nothing. */
export class TimersModel {
  readonly said: Entry[] = [];
  readonly from = new Map<Who, number>(WHO.map((one) => [one, 0]));
  retention: Kept = 'longest';

  add(entry: Omit<Entry, 'ends' | 'isDeleted'>): void {
    this.said.push({ ...entry, ends: entry.at + LASTS[this.retention], isDeleted: false });
  }

  mayChange(how: 'shorten' | 'lengthen', to: Kept): boolean {
    const [now, then] = [LASTS[this.retention], LASTS[to]];
    return how === 'shorten' ? then < now : then > now;
  }

  /** A longer retention does not change existing messages. */
  change(to: Kept): void {
    this.retention = to;
    for (const entry of this.said) entry.ends = Math.min(entry.ends, entry.at + LASTS[to]);
  }

  readBy(one: Who, now: number): Entry[] {
    const from = this.from.get(one);
    if (from === undefined) return [];
    return this.said.filter(({ seq, ends }) => seq > from && ends > now);
  }

  unreadBy(one: Who, now: number): number {
    return this.readBy(one, now).filter(({ by, isDeleted }) => by !== one && !isDeleted).length;
  }
}
