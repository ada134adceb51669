import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { MultiLineText } from '#kernel/text.decorators.js';

@InputType()
export class AskIntroductionInput {
  @Field(() => ID)
  @IsString()
  personId!: string;

  @Field(() => String)
  @MultiLineText(600)
  note!: string;

  /** An id from `introducers`; null for a direct request. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  introducerId?: string | null;
}

@InputType('SuggestInput')
export class SuggestMeetingInput {
  /** The membership ids of the two members. */
  @Field(() => ID)
  @IsString()
  oneId!: string;

  @Field(() => ID)
  @IsString()
  otherId!: string;

  @Field(() => String)
  @MultiLineText(300, { canBeBlank: true })
  line!: string;
}

@InputType()
export class AllyNoteInput {
  @Field(() => ID)
  @IsString()
  personId!: string;

  @Field(() => String)
  @MultiLineText(2_000, { canBeBlank: true })
  text!: string;

  /** Version of the text that the change is based on. */
  @Field(() => Int)
  @IsInt()
  version!: number;
}
