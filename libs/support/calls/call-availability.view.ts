import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MINUTES_OF_DAY } from '../requests/deadlines/working-hours.js';
import { CalendarDay } from '../requests/deadlines/calendar-day.decorator.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';
import { CallZone } from './zone.decorator.js';

const MAX_RANGES = 42;
const MAX_EXCEPTIONS = 60;
const MAX_LANGUAGES = 10;

@ObjectType('CallRange')
@InputType('CallRangeInput')
export class CallRange {
  /** Minutes since midnight; `to` is at least the length of a call later. */
  @Field(() => Int)
  @IsInt()
  @Min(0)
  from!: number;

  @Field(() => Int)
  @IsInt()
  @Max(MINUTES_OF_DAY)
  to!: number;
}

@ObjectType('WeeklyCallRange')
@InputType('WeeklyCallRangeInput')
export class WeeklyCallRange extends CallRange {
  /** 1 is Monday, 7 Sunday. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;
}

@ObjectType('CallException')
@InputType('CallExceptionInput')
export class CallException {
  /** `2026-12-25`. */
  @Field(() => String)
  @CalendarDay()
  date!: string;

  /** The hours of that date; none on a day off. */
  @Field(() => [CallRange])
  @IsArray()
  @ArrayMaxSize(MAX_RANGES)
  @ValidateNested({ each: true })
  @Type(() => CallRange)
  ranges!: CallRange[];
}

@InputType()
export class CallAvailabilityInput {
  @Field(() => String)
  @CallZone()
  zone!: string;

  /** The zone whose city requesters see. Its clock must show the same time all year. */
  @Field(() => String)
  @CallZone()
  shownZone!: string;

  /** Ids of the language terms that the viewer speaks in calls. An interpreter interprets between them. */
  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(MAX_LANGUAGES)
  @IsTerm('language', { each: true })
  languages!: string[];

  @Field(() => [WeeklyCallRange])
  @IsArray()
  @ArrayMaxSize(MAX_RANGES)
  @ValidateNested({ each: true })
  @Type(() => WeeklyCallRange)
  weekly!: WeeklyCallRange[];

  @Field(() => [CallException])
  @IsArray()
  @ArrayMaxSize(MAX_EXCEPTIONS)
  @ArrayUnique(({ date }: CallException) => date)
  @ValidateNested({ each: true })
  @Type(() => CallException)
  exceptions!: CallException[];

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(120)
  bufferMinutes!: number;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(168)
  noticeHours!: number;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(60)
  horizonDays!: number;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(10)
  dailyLimit!: number;
}

/** When the viewer offers calls. */
@ObjectType('CallAvailability')
export class CallAvailabilityView {
  @Field(() => String)
  zone!: string;

  @Field(() => String)
  shownZone!: string;

  @Field(() => [String])
  languages!: string[];

  @Field(() => [WeeklyCallRange])
  weekly!: WeeklyCallRange[];

  @Field(() => [CallException])
  exceptions!: CallException[];

  @Field(() => Int)
  bufferMinutes!: number;

  @Field(() => Int)
  noticeHours!: number;

  @Field(() => Int)
  horizonDays!: number;

  @Field(() => Int)
  dailyLimit!: number;

  /** The free times of the next two weeks. */
  @Field(() => [GraphQLISODateTime])
  freeTimes!: Date[];
}
