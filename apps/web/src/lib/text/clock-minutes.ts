const END_OF_DAY = 24 * 60;
/** A time field has no 24:00. */
const LAST_MINUTE = '23:59';

/** The minute of the day as the value of a time field. */
export function timeOfMinutes(minutes: number): string {
  if (minutes >= END_OF_DAY) return LAST_MINUTE;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** The minute of the day in a time field; 23:59 means the end of the day. */
export function minutesOfTime(time: string): number {
  if (time === LAST_MINUTE) return END_OF_DAY;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
