import { isPhoneNumber } from 'class-validator';
import { territoryLevel } from '#taxonomy/terms.js';

/** The digits of a national number, such as 105 or the toll-free 0800 555 012, which only works inside one country. */
const NATIONAL_NUMBER = /^\d{3,12}$/;

/** The digits of a number, with a leading `+` if it has one: the number as a telephone dials it. */
export const dialledNumber = (phone: string): string => phone.replace(/[^\d+]/g, '');

/**
 * Normalises a typed number: punctuation becomes spaces, which stay where the administrator put them. Undefined if it is
 * neither a valid international number nor has the digits of a national number of a country.
 */
export function parseEmergencyPhone(typed: string, territory: string | null): string | undefined {
  const phone = typed.replace(/[\s().\-/]+/g, ' ').trim();
  if (territoryLevel(territory) === 'country' && NATIONAL_NUMBER.test(phone.replaceAll(' ', '')))
    return phone;
  return /^\+[\d ]+$/.test(phone) && isPhoneNumber(phone) ? phone : undefined;
}
