import { DateTime, IANAZone } from 'luxon';

export interface QuietHours {
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly timeZone: string | null;
}

/** Where nobody told their zone: it lies between those of the region. */
const HOUSE_ZONE = 'America/Bogota';

/** A zone by the name of a city: an offset alone knows no clock change. */
export const isTimeZone = (name: string): boolean =>
  name.includes('/') && IANAZone.isValidZone(name);

const localOf = (at: Date, zone: string | null) => {
  const local = DateTime.fromJSDate(at, { zone: zone ?? HOUSE_ZONE });
  return local.isValid ? local : DateTime.fromJSDate(at, { zone: HOUSE_ZONE });
};

/** This minute of that day, by the clock on the wall; one that the clock skips is the one after the skip. */
const minuteOf = (day: DateTime, minute: number) =>
  day.set({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 });

/** When the quiet that holds now ends; null: nothing is quiet. */
export function quietUntil(at: Date, { quietFrom, quietTo, timeZone }: QuietHours): Date | null {
  if (quietFrom === null || quietTo === null) return null;
  const local = localOf(at, timeZone);
  for (const days of [-1, 0]) {
    const day = local.plus({ days });
    const from = minuteOf(day, quietFrom);
    const to = minuteOf(quietTo > quietFrom ? day : day.plus({ days: 1 }), quietTo);
    if (from <= local && local < to) return to.toJSDate();
  }
  return null;
}

/** The last time that the clock on the wall showed this minute. */
export function lastAt(at: Date, minute: number, timeZone: string | null): Date {
  const local = localOf(at, timeZone);
  const today = minuteOf(local, minute);
  return (today <= local ? today : minuteOf(local.minus({ days: 1 }), minute)).toJSDate();
}
