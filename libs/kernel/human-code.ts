import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter looks like a digit (https://www.crockford.com/base32.html). */
export const HUMAN_CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns random characters for a code that people type, five bits each, as indexes into HUMAN_CODE_ALPHABET. */
export const randomHumanCodeIndexes = (count: number): number[] =>
  [...randomBytes(count)].map((byte) => byte % HUMAN_CODE_ALPHABET.length);

/** Normalises a typed code: upper case, without spaces and hyphens, similar letters replaced by digits. */
export const normaliseHumanCode = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

export const formatHumanCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');
