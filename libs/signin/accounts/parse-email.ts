import { isEmail } from 'class-validator';
import { Invalid } from '#kernel/errors.js';
import { normaliseLine } from '#kernel/text.js';

const LONGEST = 254; // RFC 5321: maximum length of a path, without its brackets.

/** The normalised address for storage and comparison, or undefined if the text is no address. */
export function parseEmail(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2 * LONGEST) return undefined;
  const line = normaliseLine(text).toLowerCase();
  return line.length <= LONGEST && isEmail(line) ? line : undefined;
}

/** The normalised address. Throws Invalid on `field` if the text is no address. */
export function parseEmailOrThrow(text: unknown, field = 'email'): string {
  const email = parseEmail(text);
  if (email === undefined) throw new Invalid('input', { [field]: 'malformed' });
  return email;
}
