import { createHash } from 'node:crypto';
import { Client } from 'pg';

const MAX_NAMES = 5_000;
const names = new Map<string, string>();

/** Returns the name under which connections prepare a statement with this text. */
export function preparedName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  if (names.size < MAX_NAMES) names.set(text, name);
  return name;
}

/** Limits the memory that a connection needs for its prepared statements. */
const MAX_PREPARED = 500;
/** Lists of values and rows, whose text differs with their length. They would use up the limit. */
const LISTS = /\bIN \(\$\d+, |\bVALUES \([^)]*\), \(/;

/** A connection that prepares the statements with parameters that it repeats (ADR 54). */
export class PreparingClient extends Client {
  private readonly usedOnce = new Set<string>();
  private readonly prepared = new Map<string, string>();

  override query = ((first: unknown, values: unknown, ...rest: unknown[]) => {
    const isRepeatable = typeof first === 'string' && Array.isArray(values) && values.length > 0;
    const name = isRepeatable ? this.nameWhenRepeated(first) : undefined;
    const query = Client.prototype.query as (...args: unknown[]) => unknown;
    return name
      ? query.call(this, { name, text: first, values }, ...rest)
      : query.call(this, first, values, ...rest);
  }) as Client['query'];

  private nameWhenRepeated(text: string): string | undefined {
    const known = this.prepared.get(text);
    if (known || this.prepared.size >= MAX_PREPARED || LISTS.test(text)) return known;
    if (!this.usedOnce.delete(text)) {
      if (this.usedOnce.size >= MAX_PREPARED) this.usedOnce.clear();
      this.usedOnce.add(text);
      return undefined;
    }
    const name = preparedName(text);
    this.prepared.set(text, name);
    return name;
  }
}
