import { DateTime } from 'luxon';
import { HOUR } from '#kernel/clock.js';

/** Maximum number of slots that a requester is shown at once. */
export const MAX_OFFERED = 6;
/** Two offered slots of a day are at least this far apart in the first choice. */
const APART = 3 * HOUR;

/** A slot that a requester may be offered. */
export interface Slot {
  readonly startsAt: Date;
  /** The zone that the supporter shows. */
  readonly zone: string;
}

/**
 * Chooses few slots that differ as much as possible: the first one of each morning and of each afternoon of the requester's
 * zone, then ones that are hours apart, at last any. The slots are in order.
 */
export function offeredSlots<S extends Slot>(slots: readonly S[], zone: string): S[] {
  const chosen: S[] = [];
  const halfDayOf = ({ startsAt }: Slot) =>
    DateTime.fromJSDate(startsAt, { zone }).toFormat('yyyy-MM-dd a', { locale: 'en' });
  const take = (isFit: (slot: S) => boolean) => {
    for (const slot of slots) {
      if (chosen.length < MAX_OFFERED && !chosen.includes(slot) && isFit(slot)) chosen.push(slot);
    }
  };
  take((slot) => chosen.every((one) => halfDayOf(one) !== halfDayOf(slot)));
  take((slot) => chosen.every((one) => distance(one, slot) >= APART));
  take(() => true);
  return chosen.toSorted((a, b) => +a.startsAt - +b.startsAt);
}

const distance = (one: Slot, other: Slot) => Math.abs(+one.startsAt - +other.startsAt);
