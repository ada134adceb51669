import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { normalisedZone } from './times/call-hours.js';

/** An IANA zone with a city. Replaces a renamed zone by its present name. */
export function CallZone(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? normalisedZone(value) : null)),
    ValidateBy(
      { name: 'malformed', validator: { validate: (value) => value !== null } },
      { message: 'malformed' },
    ),
  );
}
