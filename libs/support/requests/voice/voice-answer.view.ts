import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The questions that a voice note can answer: those with long answers. */
export enum VoiceQuestion {
  goal = 'goal',
  tried = 'tried',
}
registerEnumType(VoiceQuestion, { name: 'VoiceQuestion' });

/** A voice note that answers a question of a request, beside its text or instead of it. */
@ObjectType('VoiceAnswer')
export class VoiceAnswerView {
  @Field(() => ID)
  id!: string;

  @Field(() => VoiceQuestion)
  question!: `${VoiceQuestion}`;

  @Field(() => Float)
  seconds!: number;
}
