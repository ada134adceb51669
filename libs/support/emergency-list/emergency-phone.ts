import { isPhoneNumber } from 'class-validator';
import { territoryLevel } from '#taxonomy/terms.js';

/** A short number such as 105, which only works inside one country. */
const SHORT_NUMBER = /^\d{3,5}$/;

/** The digits of a number, with a leading `+` if it has one: the number as a telephone dials it. */
export const dialledNumber = (phone: string): string => phone.replace(/[^\d+]/g, '');

/**
 * Normalises a typed number: punctuation becomes spaces, which stay where the administrator put them. Undefined if it is
 * neither a valid international number nor a short number of a country.
 */
export function parseEmergencyPhone(typed: string, territory: string | null): string | undefined {
  const phone = typed.replace(/[\s().\-/]+/g, ' ').trim();
  if (territoryLevel(territory) === 'country' && SHORT_NUMBER.test(phone.replaceAll(' ', '')))
    return phone;
  return /^\+[\d ]+$/.test(phone) && isPhoneNumber(phone) ? phone : undefined;
}
