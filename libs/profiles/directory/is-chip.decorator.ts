import { ValidateBy } from 'class-validator';
import { isChip } from './directory-terms.js';

const areChips = (value: unknown) =>
  Array.isArray(value) && value.every(isChip) && new Set(value).size === value.length;

/** Validates a list of distinct chips. */
export const ChipList = (): PropertyDecorator =>
  ValidateBy(
    { name: 'unknownTerm', validator: { validate: areChips } },
    { message: 'unknownTerm' },
  );
