import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
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

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class LongestRetentionInput {
  @Field(() => Int)
  @IsInt()
  @Min(RETENTION.least)
  @Max(RETENTION.most)
  days!: number;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class OperatorInput {
  /** Leave both name and contact blank to show no operator. */
  @Field(() => String)
  @SingleLineText(LONGEST_OPERATOR_NAME, { canBeBlank: true })
  name!: string;

  /** A mail address, or one that begins with `https://`. */
  @Field(() => String)
  @SingleLineText(LONGEST_ADDRESS, { canBeBlank: true })
  contact!: string;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class ExitAddressInput {
  /** Begins with `https://`; blank for the neutral page. */
  @Field(() => String)
  @SingleLineText(LONGEST_ADDRESS, { canBeBlank: true })
  address!: string;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_REASON_LENGTH)
  reason!: string;
}
