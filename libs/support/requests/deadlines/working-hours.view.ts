import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IANAZone } from 'luxon';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { IsTerritory } from '#taxonomy/is-term.decorator.js';
import { CalendarDay } from './calendar-day.decorator.js';
import { MINUTES_OF_DAY } from './working-hours.js';

const MAX_HOLIDAYS = 200;

@ObjectType('Holiday')
export class HolidayView {
  /** `2026-12-25`. */
  @Field(() => String)
  date!: string;

  /** Id of the term of the country. */
  @Field(() => String)
  country!: string;
}

/** When the instance answers requests for support. */
@ObjectType('WorkingHours')
export class WorkingHoursView {
  /** IANA name of the zone. */
  @Field(() => String)
  zone!: string;

  /** 1 is Monday, 7 Sunday. */
  @Field(() => [Int])
  weekdays!: number[];

  /** The minute of the day at which the hours begin. */
  @Field(() => Int)
  from!: number;

  /** The minute of the day at which they end. */
  @Field(() => Int)
  to!: number;

  @Field(() => [HolidayView])
  holidays!: HolidayView[];
}

@InputType()
export class HolidayInput {
  /** `2026-12-25`. */
  @Field(() => String)
  @CalendarDay()
  date!: string;

  /** Id of the term of the country. */
  @Field(() => String)
  @IsTerritory(['country'])
  country!: string;
}

@InputType()
export class WorkingHoursInput {
  @Field(() => String)
  @ZoneName()
  zone!: string;

  /** 1 is Monday, 7 Sunday. */
  @Field(() => [Int])
  @ArrayMinSize(1, { message: 'missing' })
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  /** The minute of the day at which the hours begin. */
  @Field(() => Int)
  @IsInt()
  @Min(0)
  from!: number;

  /** The minute of the day at which they end, after `from`. */
  @Field(() => Int)
  @IsInt()
  @Max(MINUTES_OF_DAY)
  @AfterFrom()
  to!: number;

  @Field(() => [HolidayInput])
  @IsArray()
  @ArrayMaxSize(MAX_HOLIDAYS)
  @ValidateNested({ each: true })
  @Type(() => HolidayInput)
  holidays!: HolidayInput[];

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

/** An IANA zone with a city: a fixed offset would ignore daylight saving changes. */
function ZoneName(): PropertyDecorator {
  const holds = (value: unknown) =>
    typeof value === 'string' && /^(?!Etc\/).+\//.test(value) && IANAZone.isValidZone(value);
  return rule('malformed', holds);
}

function AfterFrom(): PropertyDecorator {
  const holds = (value: unknown, input?: object) =>
    Number(value) > Number((input as WorkingHoursInput | undefined)?.from);
  return rule('beforeStart', holds);
}

function rule(name: string, holds: (value: unknown, input?: object) => boolean) {
  const validate = (value: unknown, context?: { object: object }) => holds(value, context?.object);
  return ValidateBy({ name, validator: { validate } }, { message: name });
}
