import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** Limits the memory that PostgreSQL needs for the prepared statements of one connection. */
const MAX_TEXTS = 500;

const names = new Map<string, string>();
const usedOnce = new Set<string>();

/** Returns the name under which connections prepare a statement with this text. */
export function preparedName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  if (names.size < MAX_TEXTS) names.set(text, name);
  return name;
}

/** The name of a statement that this process sends again; undefined at first use, and for new texts above the limit. */
function nameWhenRepeated(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MAX_TEXTS) return known;
  if (usedOnce.delete(text)) return preparedName(text);
  if (usedOnce.size >= MAX_TEXTS) usedOnce.clear();
  usedOnce.add(text);
  return undefined;
}

/**
 * A connection that prepares the statements with parameters that the process repeats (ADR 54). PostgreSQL plans a
 * prepared statement anew until a plan for all parameters is as good.
 */
export class PreparingClient extends Client {
  override query = ((first: unknown, ...rest: unknown[]) => {
    const [values] = rest;
    const isRepeatable = typeof first === 'string' && Array.isArray(values) && values.length > 0;
    const name = isRepeatable ? nameWhenRepeated(first) : undefined;
    const query = Client.prototype.query as (...args: unknown[]) => unknown;
    return name
      ? query.call(this, { name, text: first, values }, ...rest.slice(1))
      : query.call(this, first, ...rest);
  }) as Client['query'];
}
