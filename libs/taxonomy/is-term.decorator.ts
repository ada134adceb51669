import { ValidateBy } from 'class-validator';
import type { TermKind } from './term.js';
import { isTermId, type TerritoryLevel, territoryLevel } from './terms.js';

/** Validates the id of a term, of the given kind if any. With `each`: a list of distinct ids. */
export const IsTerm = (kind?: TermKind, { each = false } = {}): PropertyDecorator =>
  rule('unknownTerm', (id) => isTermId(id, kind), each);

/**
 * Validates the id of a territory of one of these levels, for example a country or a shared territory, but no region.
 */
export const IsTerritory = (levels: readonly TerritoryLevel[], { each = false } = {}) =>
  rule('unknownTerm', (id) => levels.some((level) => territoryLevel(id) === level), each);

function rule(name: string, holds: (id: unknown) => boolean, each: boolean): PropertyDecorator {
  const isList = (value: unknown) =>
    Array.isArray(value) && value.every(holds) && new Set(value).size === value.length;
  const validate = (value: unknown) => (each ? isList(value) : holds(value));
  return ValidateBy({ name, validator: { validate } }, { message: name });
}
