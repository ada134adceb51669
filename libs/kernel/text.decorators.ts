import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { mixesScripts } from './names/look-alike.js';
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

/** A name of one line, in letters of one script: what looks like another name is not written with a second one. */
export const Name = (max: number): PropertyDecorator =>
  applyDecorators(
    Line(max),
    rule('mixedScripts', (value) => !mixesScripts(value), {}),
  ) as PropertyDecorator;

/** A text of several lines: normalised, at most `max` characters as a reader counts them, not blank unless it may be. */
export const Paragraphs = (max: number, options: TextOptions = {}): PropertyDecorator =>
  text(normaliseParagraphs, max, options);

function text(normalise: (text: string) => string, max: number, options: TextOptions) {
  const one = (value: unknown) => (typeof value === 'string' ? normalise(value) : value);
  const all = (value: unknown) => (Array.isArray(value) ? value.map(one) : one(value));
  return applyDecorators(
    Transform(({ value }) => all(value)),
    rule('notText', () => true, options),
    rule('tooLong', (value) => fits(value, max), options),
    rule('blank', (value) => options.canBeBlank === true || !isBlank(value), options),
  ) as PropertyDecorator;
}

/** One rule under the reason that it gives; of a value that is no text only `notText` speaks. */
function rule(name: string, holds: (text: string) => boolean, { each = false }: TextOptions) {
  const validate = (value: unknown) =>
    typeof value === 'string' ? holds(value) : name !== 'notText';
  return ValidateBy({ name, validator: { validate } }, { message: name, each });
}
