import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_REASON } from '#audit/two-person/two-person.inputs.js';
import { Line, Paragraphs } from '#kernel/text.decorators.js';
import { LONGEST_ADDRESS } from './https-address.js';
import { LONGEST_OPERATOR_NAME } from './operator-setting.js';
import { RETENTION } from './retention-setting.js';
import { VOUCHES } from './vouches-setting.js';

@InputType()
export class VouchesNeededInput {
  @Field(() => Int)
  @IsInt()
  @Min(VOUCHES.least)
  @Max(VOUCHES.most)
  vouches!: number;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}

@InputType()
export class LongestRetentionInput {
  @Field(() => Int)
  @IsInt()
  @Min(RETENTION.least)
  @Max(RETENTION.most)
  days!: number;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}

@InputType()
export class OperatorInput {
  /** Blank, together with the contact, to name nobody. */
  @Field(() => String)
  @Line(LONGEST_OPERATOR_NAME, { canBeBlank: true })
  name!: string;

  /** A mail address, or one that begins with `https://`. */
  @Field(() => String)
  @Line(LONGEST_ADDRESS, { canBeBlank: true })
  contact!: string;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}

@InputType()
export class ExitAddressInput {
  /** Begins with `https://`; blank for the neutral page of the product. */
  @Field(() => String)
  @Line(LONGEST_ADDRESS, { canBeBlank: true })
  address!: string;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}
