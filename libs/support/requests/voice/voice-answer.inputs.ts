import { Field, InputType } from '@nestjs/graphql';
import { IsEnum, IsString, IsUUID, MaxLength } from 'class-validator';
import { VoiceQuestion } from './voice-answer.view.js';

/** An unsent voice note of the requester. */
@InputType()
export class VoiceAnswerInput {
  @Field(() => VoiceQuestion)
  @IsEnum(VoiceQuestion)
  question!: VoiceQuestion;

  /** The id of the note, which the upload returned. */
  @Field(() => String)
  @IsUUID()
  note!: string;

  /** The key that the upload returned. The server does not store it until the request is sent. */
  @Field(() => String)
  @IsString()
  @MaxLength(100)
  key!: string;
}
