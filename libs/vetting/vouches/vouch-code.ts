import {
  randomHumanCodeIndexes,
  formatHumanCode,
  HUMAN_CODE_ALPHABET,
  normaliseHumanCode,
} from '#kernel/human-code.js';

const LENGTH = 28;

/** Creates a code that an applicant gives to vouchers: 135 random bits and a check character. */
export function createVouchCode(): string {
  const signs = randomHumanCodeIndexes(LENGTH - 1);
  return [...signs, checkSign(signs)].map((sign) => HUMAN_CODE_ALPHABET[sign]).join('');
}

/** Parses a typed code; undefined if it is malformed. Does not check whether the code exists. */
export function parseVouchCode(text: string): string | undefined {
  const typed = normaliseHumanCode(text);
  const signs = [...typed].map((sign) => HUMAN_CODE_ALPHABET.indexOf(sign));
  if (signs.length !== LENGTH || signs.includes(-1)) return undefined;
  return signs.at(-1) === checkSign(signs.slice(0, -1)) ? typed : undefined;
}

/** Formats a code as seven groups of four characters. */
export const formatVouchCode = formatHumanCode;

/** Luhn's algorithm modulo 32: detects a wrong character and most swaps of two neighbours (ISO/IEC 7812-1, annex B). */
function checkSign(signs: readonly number[]): number {
  const n = HUMAN_CODE_ALPHABET.length;
  const sum = signs.toReversed().reduce((total, sign, at) => {
    const weighed = at % 2 === 0 ? sign * 2 : sign;
    return total + Math.floor(weighed / n) + (weighed % n);
  }, 0);
  return (n - (sum % n)) % n;
}
