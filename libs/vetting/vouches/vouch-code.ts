import { randomSigns, showCode, SIGNS, tidyCode } from '#kernel/typed-code.js';

const LENGTH = 28;

/** A code that an applicant gives to whoever vouches for them: 135 random bits and a sign that finds typing errors. */
export function newVouchCode(): string {
  const signs = randomSigns(LENGTH - 1);
  return [...signs, checkSign(signs)].map((sign) => SIGNS[sign]).join('');
}

/** The code in a typed text, or nothing where it cannot be one. Says nothing about whether anybody has it. */
export function readVouchCode(text: string): string | undefined {
  const typed = tidyCode(text);
  const signs = [...typed].map((sign) => SIGNS.indexOf(sign));
  if (signs.length !== LENGTH || signs.includes(-1)) return undefined;
  return signs.at(-1) === checkSign(signs.slice(0, -1)) ? typed : undefined;
}

/** The code as it is shown: seven groups of four. */
export const showVouchCode = showCode;

/** Luhn's algorithm modulo 32: a wrong sign and most swaps of two neighbours are found (ISO/IEC 7812-1, annex B). */
function checkSign(signs: readonly number[]): number {
  const n = SIGNS.length;
  const sum = signs.toReversed().reduce((total, sign, at) => {
    const weighed = at % 2 === 0 ? sign * 2 : sign;
    return total + Math.floor(weighed / n) + (weighed % n);
  }, 0);
  return (n - (sum % n)) % n;
}
