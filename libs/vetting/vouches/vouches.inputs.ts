import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMinSize, ArrayUnique, IsArray, IsEnum, IsString } from 'class-validator';
import { Line, Paragraphs } from '#kernel/text.decorators.js';
import { Attestation, WithdrawalReason } from './vouch.entity.js';

@InputType()
export class VouchInput {
  /** The applicant's own code, as they gave it. */
  @Field(() => String)
  @Line(60)
  code!: string;

  /** How the two know each other. */
  @Field(() => String)
  @Line(200)
  relation!: string;

  @Field(() => String, { defaultValue: '' })
  @Paragraphs(1_000, { canBeBlank: true })
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

  /** For two who vet, and nobody else. */
  @Field(() => String, { defaultValue: '' })
  @Paragraphs(1_000, { canBeBlank: true })
  words = '';
}
