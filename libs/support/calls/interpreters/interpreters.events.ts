import { defineEvent } from '#events/event-type.js';

/** The subject of the change notices for interpreters. */
export const INTERPRETATION_NEWS = 'interpretation';

/** A call of an interpreter was booked, moved or cancelled, or takes place soon. */
export const InterpreterNews = defineEvent<{ readonly interpreterId: string }>(
  'support.interpreterNews',
);
