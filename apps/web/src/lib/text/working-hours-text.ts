import { timeZoneName } from './time-zone-names';

/** When the instance answers requests for support, as the server sends it. */
export interface WorkingHoursValue {
  readonly zone: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
  readonly holidays: readonly { readonly date: string; readonly country: string }[];
}

/** The hours as lines of text: days, times, zone, and a line for each holiday. */
export function workingHoursText(
  { zone, weekdays, from, to, holidays }: WorkingHoursValue,
  language: string,
  termName: (id: string) => string | undefined,
): string {
  const utc = { timeZone: 'UTC' } as const;
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', ...utc });
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', ...utc });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...utc });
  // The first of January 2024 was a Monday.
  const days = weekdays.map((one) => weekday.format(Date.UTC(2024, 0, one)));
  const at = (minutes: number) => Date.UTC(2024, 0, 1, 0, minutes);
  return [
    new Intl.ListFormat(language).format(days),
    time.formatRange(at(from), at(to) - (to === 1_440 ? 60_000 : 0)),
    timeZoneName(zone, language),
    ...holidays.map(
      ({ date, country }) => `${day.format(new Date(date))} · ${termName(country) ?? '…'}`,
    ),
  ].join('\n');
}

/** The hours in a text of the server; the text itself if it contains none. */
export function workingHoursIn(
  text: string,
  language: string,
  termName: (id: string) => string | undefined,
): string {
  try {
    return workingHoursText(JSON.parse(text) as WorkingHoursValue, language, termName);
  } catch {
    return text;
  }
}
