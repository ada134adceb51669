import { OF_THE_RADIO, OF_THE_WORKSHOPS } from './support-requests.js';

const afternoons = (from: number, to: number, weekdays: readonly number[]) =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

/** The hours in which supporters offer calls, by handle. */
export const DEMO_CALL_HOURS = {
  supporter1: {
    ...{ zone: 'America/Lima', shownZone: 'America/Lima' },
    ...{ weekly: afternoons(14, 18, [1, 2, 4]), exceptions: [] },
    languages: ['language:es', 'language:en'],
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 3 },
  },
  supporter2: {
    ...{ zone: 'America/Sao_Paulo', shownZone: 'America/Sao_Paulo' },
    ...{ weekly: afternoons(9, 12, [1, 2, 3, 4, 5]), exceptions: [] },
    languages: ['language:pt', 'language:es'],
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 4 },
  },
};

/** A call that its requester booked. */
export const DEMO_CALL = {
  of: OF_THE_RADIO!,
  by: 'member1',
  zone: 'America/Mexico_City',
  daysAgo: 1,
};

/** A member who interprets calls, and their hours. */
export const DEMO_INTERPRETER = {
  by: 'davi',
  name: 'Davi',
  hours: {
    ...{ zone: 'America/Sao_Paulo', shownZone: 'America/Sao_Paulo' },
    languages: ['language:es', 'language:pt'],
    ...{ weekly: afternoons(13, 19, [1, 2, 3, 4, 5]), exceptions: [] },
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 2 },
  },
};

/** A call that the interpreter interprets. */
export const DEMO_INTERPRETED_CALL = {
  of: OF_THE_WORKSHOPS,
  by: 'member2',
  zone: 'America/Sao_Paulo',
  daysAgo: 1,
};
