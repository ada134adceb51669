import { DateTime, IANAZone } from 'luxon';

export interface QuietHours {
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly timeZone: string | null;
}

/** The default time zone, in the middle of the region. */
const HOUSE_ZONE = 'America/Bogota';

/** Whether the name is an IANA zone with a city. A fixed offset would ignore daylight saving changes. */
export const isTimeZone = (name: string): boolean =>
  name.includes('/') && IANAZone.isValidZone(name);

const localOf = (at: Date, zone: string | null) => {
  const local = DateTime.fromJSDate(at, { zone: zone ?? HOUSE_ZONE });
  return local.isValid ? local : DateTime.fromJSDate(at, { zone: HOUSE_ZONE });
};

/** This minute of the day in local time. A minute skipped by daylight saving becomes the one after the gap. */
const minuteOf = (day: DateTime, minute: number) =>
  day.set({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 });

/** The end of the current quiet hours; null if there are none now. */
export function quietHoursEnd(at: Date, { quietFrom, quietTo, timeZone }: QuietHours): Date | null {
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

/** The most recent time at which the local clock showed this minute. */
export function lastTimeAtMinuteOfDay(at: Date, minute: number, timeZone: string | null): Date {
  const local = localOf(at, timeZone);
  const today = minuteOf(local, minute);
  return (today <= local ? today : minuteOf(local.minus({ days: 1 }), minute)).toJSDate();
}
