import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { AnswerSupportInput } from '../requests/support-request.inputs.js';

@InputType()
export class AnswerSupportQuestionInput extends AnswerSupportInput {
  @Field(() => ID)
  @IsString()
  questionId!: string;
}
