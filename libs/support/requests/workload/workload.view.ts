import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { MAX_CASE_LIMIT } from './case-limits.js';

/** How many requests and cases a supporter may have at the same time. */
@ObjectType('CaseLimits')
export class CaseLimitsView {
  /** Claimed requests and accepted cases together. */
  @Field(() => Int)
  open!: number;

  /** How many of them may be urgent. */
  @Field(() => Int)
  urgent!: number;
}

@InputType()
export class CaseLimitsInput {
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_CASE_LIMIT)
  open!: number;

  /** At most `open`. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_CASE_LIMIT)
  urgent!: number;

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

/** The number of requests and cases that a supporter holds, and their rest. Nobody else can read it. */
@ObjectType()
export class SupportWorkload {
  /** Claimed requests. */
  @Field(() => Int)
  claims!: number;

  /** Accepted cases. */
  @Field(() => Int)
  cases!: number;

  /** How many of both are urgent. */
  @Field(() => Int)
  urgent!: number;

  @Field(() => CaseLimitsView)
  limits!: CaseLimitsView;

  /** Since when the viewer rests; null if they do not. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  restingSince!: Date | null;

  /** Until when the viewer gets no urgent request after closing an urgent case; null if they may claim one. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  urgentRestEndsAt!: Date | null;
}
