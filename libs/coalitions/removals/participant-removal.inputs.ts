import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';

@InputType()
export class RemoveParticipantInput {
  @Field(() => ID)
  @IsString()
  participantId!: string;

  /** The reason, for the coalition steward who approves. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
