const MONTH = 2_592_000;
/**
 * Each unit with its length in seconds and the minimum distance in seconds from which it is used. A longer unit starts
 * late, because "next month" could otherwise mean tomorrow.
 */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 31_536_000, 31_536_000],
  ['month', MONTH, 2 * MONTH],
  ['day', 86_400, 86_400],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
];

/** Formats a time as "hace 2 horas" in the language of the reader. `now` and `at` are in milliseconds. */
export function relativeTime(locale: string, at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const step = STEPS.find(([, , least]) => Math.abs(seconds) >= least);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'second');
}

const DAY_MS = 86_400_000;
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Short form for a list row, in the reader's time zone: time of day for today, "ayer", a weekday, else the date. */
export function shortTime(locale: string, at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(at);
  if (days < 1) return date({ timeStyle: 'short' });
  if (days === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
  if (days < 7) return date({ weekday: 'long' });
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return date(isThisYear ? { day: 'numeric', month: 'short' } : { dateStyle: 'short' });
}
