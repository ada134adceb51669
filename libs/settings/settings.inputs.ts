import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { AddressText, SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
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

  /** The reason for the change, which the approving administrator reads. */
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

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class OperatorInput {
  /** The name of the operator. To show no operator, leave both the name and the contact blank. */
  @Field(() => String)
  @SingleLineText(MAX_OPERATOR_NAME_LENGTH, { canBeBlank: true })
  name!: string;

  /** The contact of the operator: a mail address, or an address that begins with `https://`. */
  @Field(() => String)
  @AddressText(MAX_HTTPS_ADDRESS_LENGTH, { canBeBlank: true })
  contact!: string;

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class ExitAddressInput {
  /** The address that quick exit opens. It begins with `https://`; blank means the neutral page. */
  @Field(() => String)
  @AddressText(MAX_HTTPS_ADDRESS_LENGTH, { canBeBlank: true })
  address!: string;

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
