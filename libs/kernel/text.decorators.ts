import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { fits, isBlank, normaliseLine, normaliseParagraphs } from './text.js';

export interface TextOptions {
  /** Whether nothing at all is a right answer. */
  readonly canBeBlank?: boolean;
  /** For a list of texts. */
  readonly each?: boolean;
}

/** A text of one line: normalised, at most `max` characters as a reader counts them, not blank unless it may be. */
export const Line = (max: number, options: TextOptions = {}): PropertyDecorator =>
  text(normaliseLine, max, options);

/** A text of several lines: normalised, at most `max` characters as a reader counts them, not blank unless it may be. */
export const Paragraphs = (max: number, options: TextOptions = {}): PropertyDecorator =>
  text(normaliseParagraphs, max, options);

function text(normalise: (text: string) => string, max: number, options: TextOptions) {
  const one = (value: unknown) => (typeof value === 'string' ? normalise(value) : value);
  const all = (value: unknown) => (Array.isArray(value) ? value.map(one) : one(value));
  return applyDecorators(
    Transform(({ value }) => all(value)),
    rule('isText', (value) => typeof value === 'string', 'text.kind', options),
    rule('isShort', (value) => fits(value, max), 'text.tooLong', options),
    rule(
      'isFilled',
      (value) => options.canBeBlank === true || !isBlank(value),
      'text.blank',
      options,
    ),
  ) as PropertyDecorator;
}

/** One rule with the key of its message; of a value that is no text only the first rule speaks. */
function rule(name: string, holds: (text: string) => boolean, key: string, options: TextOptions) {
  const each: ValidationOptions = { message: key, each: options.each ?? false };
  const validate = (value: unknown) =>
    typeof value === 'string' ? holds(value) : name !== 'isText';
  return ValidateBy({ name, validator: { validate } }, each);
}
