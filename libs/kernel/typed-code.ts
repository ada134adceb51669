import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that reads like a digit (https://www.crockford.com/base32.html). */
export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random signs of a code that people read out and type, each of five bits, as their places among SIGNS. */
export const randomSigns = (count: number): number[] =>
  [...randomBytes(count)].map((byte) => byte % SIGNS.length);

/** A code as it was meant, however it was typed. */
export const tidyCode = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

/** A code as it is shown: groups of four. */
export const showCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');
