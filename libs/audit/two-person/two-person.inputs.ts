import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { MultiLineText } from '#kernel/text.decorators.js';

/** Maximum length of the reason that the approver reads. */
export const MAX_TWO_PERSON_REASON_LENGTH = 2_000;

@InputType()
export class ApproveTwoPersonActInput {
  @Field(() => ID)
  @IsString()
  actId!: string;

  /** The hash of the request that was read. An approval with another hash is refused. */
  @Field(() => String)
  @IsString()
  hash!: string;
}

@InputType()
export class ChangeTwoPersonActInput {
  @Field(() => ID)
  @IsString()
  actId!: string;

  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
