import { minutesOfTime, timeOfMinutes } from '../../../lib/text/clock-minutes';
import { deviceZone } from './call-time';
import type { Availability } from './calls.graphql';

/** Hours on a weekday or a date while they are edited, as texts of the inputs. */
export interface HoursDraft {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}
export interface ExceptionDraft {
  readonly id: string;
  readonly date: string;
  readonly hours: readonly HoursDraft[];
}
export interface AvailabilityDraft {
  readonly zone: string;
  readonly shownZone: string;
  readonly languages: readonly string[];
  /** The hours of Monday to Sunday. */
  readonly week: readonly (readonly HoursDraft[])[];
  readonly exceptions: readonly ExceptionDraft[];
  readonly bufferMinutes: number;
  readonly noticeHours: number;
  readonly horizonDays: number;
  readonly dailyLimit: number;
}

export const newHours = (from = 9 * 60, to = 12 * 60): HoursDraft => ({
  ...{ id: crypto.randomUUID(), from: timeOfMinutes(from), to: timeOfMinutes(to) },
});

export function draftOf(now: Availability | undefined): AvailabilityDraft {
  const zone = now?.zone ?? deviceZone();
  return {
    ...{ zone, shownZone: now?.shownZone ?? zone, languages: now?.languages ?? [] },
    week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
      (now?.weekly ?? [])
        .filter(({ weekday }) => weekday === day)
        .map(({ from, to }) => newHours(from, to)),
    ),
    exceptions: (now?.exceptions ?? []).map(({ date, ranges }) => ({
      ...{ id: crypto.randomUUID(), date, hours: ranges.map(({ from, to }) => newHours(from, to)) },
    })),
    bufferMinutes: now?.bufferMinutes ?? 15,
    noticeHours: now?.noticeHours ?? 24,
    horizonDays: now?.horizonDays ?? 14,
    dailyLimit: now?.dailyLimit ?? 3,
  };
}

const rangeOf = ({ from, to }: HoursDraft) => ({
  from: minutesOfTime(from),
  to: minutesOfTime(to),
});

export const inputOf = ({ week, exceptions, languages, ...rest }: AvailabilityDraft) => ({
  ...{ ...rest, languages: [...languages] },
  weekly: week.flatMap((hours, day) => hours.map((one) => ({ weekday: day + 1, ...rangeOf(one) }))),
  exceptions: exceptions.map(({ date, hours }) => ({ date, ranges: hours.map(rangeOf) })),
});
