import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMinSize, ArrayUnique, IsArray, IsEnum, IsString } from 'class-validator';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { Attestation, WithdrawalReason } from './vouch.entity.js';

@InputType()
export class VouchInput {
  /** The vouch code that the applicant gave to the member. */
  @Field(() => String)
  @SingleLineText(60)
  code!: string;

  /** How voucher and applicant know each other. */
  @Field(() => String)
  @SingleLineText(200)
  relation!: string;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_000, { canBeBlank: true })
  statement = '';

  @Field(() => [Attestation])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsEnum(Attestation, { each: true })
  attestations!: Attestation[];
}

@InputType()
export class WithdrawVouchInput {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => WithdrawalReason)
  @IsEnum(WithdrawalReason)
  reason!: WithdrawalReason;

  /** The member's text about the withdrawal, for the two reviewers only. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_000, { canBeBlank: true })
  words = '';
}
