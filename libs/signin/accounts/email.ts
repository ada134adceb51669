import { isEmail } from 'class-validator';
import { Invalid } from '#kernel/errors.js';
import { normaliseLine } from '#kernel/text.js';

const LONGEST = 254; // RFC 5321, a path without its brackets

/** An address as it is kept and compared, or undefined for what is none. */
export function emailOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2 * LONGEST) return undefined;
  const line = normaliseLine(text).toLowerCase();
  return line.length <= LONGEST && isEmail(line) ? line : undefined;
}

/** An address as it is kept; throws Invalid on `field` for what is none. */
export function emailOrInvalid(text: unknown, field = 'email'): string {
  const email = emailOf(text);
  if (email === undefined) throw new Invalid('input', { [field]: 'malformed' });
  return email;
}
