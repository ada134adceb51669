import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { mixesScripts } from './names/confusable-names.js';
import {
  fitsLength,
  isBlank,
  isUnbroken,
  normaliseLine,
  normaliseParagraphs,
  withoutEdges,
} from './text.js';

export interface TextOptions {
  /** Whether an empty text is accepted. */
  readonly canBeBlank?: boolean;
  /** Validates each text of a list. */
  readonly each?: boolean;
}

/** Text of one line: normalised, at most `max` visible characters, not blank unless `canBeBlank`. */
export const SingleLineText = (max: number, options: TextOptions = {}): PropertyDecorator =>
  text(normaliseLine, max, options);

/** A name of one line, in letters of one script, so that it cannot imitate another name with similar letters. */
export const NameText = (max: number): PropertyDecorator =>
  applyDecorators(
    SingleLineText(max),
    rule('mixedScripts', (value) => !mixesScripts(value), {}),
  ) as PropertyDecorator;

/** Text of several lines: normalised, at most `max` visible characters, not blank unless `canBeBlank`. */
export const MultiLineText = (max: number, options: TextOptions = {}): PropertyDecorator =>
  text(normaliseParagraphs, max, options);

const [EARLIEST, LATEST] = [new Date('0001-01-02T00:00:00Z'), new Date('9999-12-30T00:00:00Z')];

/** A moment of the years 1 to 9999. PostgreSQL reads no text that JavaScript writes for a moment outside of them. */
export function Moment(): PropertyDecorator {
  const validate = (value: unknown) =>
    value instanceof Date && value >= EARLIEST && value <= LATEST;
  return ValidateBy({ name: 'malformed', validator: { validate } }, { message: 'malformed' });
}

/**
 * An address, stored as it was typed, without the blanks around it. Refuses blanks and invisible characters in it, because
 * parsers of addresses remove some of them: what is stored would not be what was typed.
 */
export const AddressText = (max: number, options: TextOptions = {}): PropertyDecorator =>
  applyDecorators(
    text(withoutEdges, max, options),
    rule('malformed', isUnbroken, options),
  ) as PropertyDecorator;

function text(normalise: (text: string) => string, max: number, options: TextOptions) {
  const one = (value: unknown) => (typeof value === 'string' ? normalise(value) : value);
  const all = (value: unknown) => (Array.isArray(value) ? value.map(one) : one(value));
  return applyDecorators(
    Transform(({ value }) => all(value)),
    rule('notText', () => true, options),
    rule('tooLong', (value) => fitsLength(value, max), options),
    rule('blank', (value) => options.canBeBlank === true || !isBlank(value), options),
  ) as PropertyDecorator;
}

/** Creates a validation rule with its message key. A value that is not a string fails only `notText`. */
function rule(name: string, holds: (text: string) => boolean, { each = false }: TextOptions) {
  const validate = (value: unknown) =>
    typeof value === 'string' ? holds(value) : name !== 'notText';
  return ValidateBy({ name, validator: { validate } }, { message: name, each });
}
