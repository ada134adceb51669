import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { SingleLineText } from '#kernel/text.decorators.js';

export const MAX_TOPIC_NAME_LENGTH = 80;

@InputType()
export class StartTopicInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => String)
  @SingleLineText(MAX_TOPIC_NAME_LENGTH)
  name!: string;
}

@InputType()
export class RenameTopicInput {
  @Field(() => ID)
  @IsString()
  topicId!: string;

  @Field(() => String)
  @SingleLineText(MAX_TOPIC_NAME_LENGTH)
  name!: string;
}
