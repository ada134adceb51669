import { ValidateBy } from 'class-validator';
import { isSearchChip } from './directory-terms.js';

const areChips = (value: unknown) =>
  Array.isArray(value) && value.every(isSearchChip) && new Set(value).size === value.length;

/** Validates a list of distinct chips. */
export const SearchChipList = (): PropertyDecorator =>
  ValidateBy(
    { name: 'unknownTerm', validator: { validate: areChips } },
    { message: 'unknownTerm' },
  );
