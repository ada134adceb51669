import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { MAX_HTTPS_ADDRESS_LENGTH } from './https-address.js';
import { MAX_OPERATOR_NAME_LENGTH } from './operator-setting.js';
import { MAX_RETENTION_SETTING } from './max-retention-setting.js';
import { VOUCHES_NEEDED_SETTING } from './vouches-needed-setting.js';

@InputType()
export class VouchesNeededInput {
  @Field(() => Int)
  @IsInt()
  @Min(VOUCHES_NEEDED_SETTING.least)
  @Max(VOUCHES_NEEDED_SETTING.most)
  vouches!: number;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class LongestRetentionInput {
  @Field(() => Int)
  @IsInt()
  @Min(MAX_RETENTION_SETTING.least)
  @Max(MAX_RETENTION_SETTING.most)
  days!: number;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class OperatorInput {
  /** Leave both name and contact blank to show no operator. */
  @Field(() => String)
  @SingleLineText(MAX_OPERATOR_NAME_LENGTH, { canBeBlank: true })
  name!: string;

  /** A mail address, or one that begins with `https://`. */
  @Field(() => String)
  @SingleLineText(MAX_HTTPS_ADDRESS_LENGTH, { canBeBlank: true })
  contact!: string;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class ExitAddressInput {
  /** Begins with `https://`; blank for the neutral page. */
  @Field(() => String)
  @SingleLineText(MAX_HTTPS_ADDRESS_LENGTH, { canBeBlank: true })
  address!: string;

  /** The reason, for the approving administrator. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
