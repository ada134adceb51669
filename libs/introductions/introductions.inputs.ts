import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { Paragraphs } from '#kernel/text.decorators.js';

@InputType()
export class AskIntroductionInput {
  @Field(() => ID)
  @IsString()
  personId!: string;

  @Field(() => String)
  @Paragraphs(600)
  note!: string;

  /** One of the choices of `introducers`; null: directly. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  introducerId?: string | null;
}

@InputType()
export class SuggestInput {
  /** The memberships of the two. */
  @Field(() => ID)
  @IsString()
  oneId!: string;

  @Field(() => ID)
  @IsString()
  otherId!: string;

  @Field(() => String)
  @Paragraphs(300, { canBeBlank: true })
  line!: string;
}

@InputType()
export class AllyNoteInput {
  @Field(() => ID)
  @IsString()
  personId!: string;

  @Field(() => String)
  @Paragraphs(2_000, { canBeBlank: true })
  text!: string;

  /** Of the text that is changed. */
  @Field(() => Int)
  @IsInt()
  version!: number;
}
