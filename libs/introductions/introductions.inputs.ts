import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { Paragraphs } from '#kernel/text.decorators.js';

@InputType()
export class AskIntroductionInput {
  @Field(() => ID)
  @IsString()
  personId!: string;

  @Field(() => String)
  @Paragraphs(600)
  note!: string;
}
