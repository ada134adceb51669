import { Field, GraphQLISODateTime, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString, IsUUID } from 'class-validator';
import { AddressText, Moment, MultiLineText } from '#kernel/text.decorators.js';
import { CalendarDay } from '../requests/deadlines/calendar-day.decorator.js';
import { CallCancelReason, CallOutcome } from './introductory-call.entity.js';
import { MAX_LINK_LENGTH, SecureLink } from './links/secure-link.decorator.js';
import { CallZone } from './zone.decorator.js';

const MAX_WORDS = 4_000;

@InputType()
export class FindCallTimesInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The zone in which the viewer reads the times; days count in it. */
  @Field(() => String)
  @CallZone()
  zone!: string;

  /** Looks for times from then on. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @Moment()
  from?: Date | null;
}

@InputType()
export class MoveCallInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => GraphQLISODateTime)
  @Moment()
  startsAt!: Date;

  /** The zone of the viewer, whose city the other side sees. */
  @Field(() => String)
  @CallZone()
  zone!: string;
}

@InputType()
export class BookCallInput extends MoveCallInput {
  /** Idempotency key: a random UUID from the device. */
  @Field(() => String)
  @IsUUID()
  bookKey!: string;
}

@InputType()
export class CancelCallInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => CallCancelReason)
  @IsEnum(CallCancelReason)
  reason!: CallCancelReason;
}

@InputType()
export class CallLinkInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** Blank to remove it. */
  @Field(() => String)
  @AddressText(MAX_LINK_LENGTH, { canBeBlank: true })
  @SecureLink()
  link!: string;
}

@InputType()
export class CallOutcomeInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => CallOutcome)
  @IsEnum(CallOutcome)
  outcome!: CallOutcome;

  /** The requester reads them. */
  @Field(() => String)
  @MultiLineText(MAX_WORDS)
  words!: string;

  /** Where else the requester can find support. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_WORDS, { canBeBlank: true })
  alternatives!: string;

  /** The day from which on the requester can ask again, if the answer is not now. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @CalendarDay()
  askAgainOn?: string | null;
}
