import ical from 'ical-generator';

/** A booked call as its calendar file needs it. */
export interface CalendarCall {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly createdAt: Date;
}

/**
 * The call as an iCalendar file. Its title is neutral, and it contains neither the link nor a name, because calendars are
 * shared and synchronised.
 */
export function calendarFileOf({ id, startsAt, endsAt, createdAt }: CalendarCall): string {
  const calendar = ical({ prodId: { company: 'Trama', product: 'Trama' } });
  calendar.createEvent({ id, start: startsAt, end: endsAt, stamp: createdAt, summary: 'Trama' });
  return calendar.toString();
}
