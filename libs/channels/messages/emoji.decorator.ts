import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

// As a text: this flag is newer than what the compiler writes for.
const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const AS_PICTURE = '\uFE0F';

/** Some keyboards leave out that a sign is meant as a picture. */
const whole = (text: string) => (EMOJI.test(text) ? text : text + AS_PICTURE);

/** A text that is one emoji, and nothing else. */
export const Emoji = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? whole(value.trim()) : value)),
    rule('notEmoji', (value) => typeof value === 'string' && EMOJI.test(value)),
  ) as PropertyDecorator;

function rule(name: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, { message: name });
}
