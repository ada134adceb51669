import { ValidateBy } from 'class-validator';
import { DateTime } from 'luxon';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A date like `2026-12-25`. */
export function CalendarDay(): PropertyDecorator {
  const validate = (value: unknown) =>
    DAY.test(String(value)) && DateTime.fromISO(String(value)).isValid;
  return ValidateBy({ name: 'malformed', validator: { validate } }, { message: 'malformed' });
}
