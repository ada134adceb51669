import { createHash } from 'node:crypto';
import ical from 'ical-generator';

/** A booked call as its calendar file needs it. */
export interface CalendarCall {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The call as an iCalendar file. Its title is neutral, and it contains neither the link nor a name, because calendars are
 * shared and synchronised. The id is another one for each person, and the stamp says nothing of the booking: a provider of
 * calendars cannot join the people of a call.
 */
export function calendarFileOf({ id, startsAt, endsAt }: CalendarCall, accountId: string): string {
  const calendar = ical({ prodId: { company: 'Trama', product: 'Trama' } });
  const own = createHash('sha256').update(`${id} ${accountId}`).digest('base64url');
  const times = { start: startsAt, end: endsAt, stamp: startsAt };
  calendar.createEvent({ id: own, ...times, summary: 'Trama' });
  return calendar.toString();
}
