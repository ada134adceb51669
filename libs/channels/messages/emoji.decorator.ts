import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

// A string, because the compiler target does not allow the `v` flag in a literal.
const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const AS_PICTURE = '\uFE0F';

/** Some keyboards omit the variation selector that marks a character as emoji. */
const whole = (text: string) => (EMOJI.test(text) ? text : text + AS_PICTURE);

/** Validates that a text is exactly one emoji. */
export const SingleEmoji = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? whole(value.trim()) : value)),
    rule('notEmoji', (value) => typeof value === 'string' && EMOJI.test(value)),
  ) as PropertyDecorator;

function rule(name: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, { message: name });
}
