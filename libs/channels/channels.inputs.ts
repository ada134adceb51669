import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';
import { Line, Paragraphs } from '#kernel/text.decorators.js';
import { ChannelHistory } from './channel.entity.js';
import { Emoji } from './emoji.decorator.js';

export const MAX_BODY = 4_000;

@InputType()
export class CreateChannelInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => String)
  @Line(60)
  name!: string;

  @Field(() => ChannelHistory, { defaultValue: ChannelHistory.joining })
  @IsEnum(ChannelHistory)
  history!: ChannelHistory;
}

@InputType()
export class RenameChannelInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => String)
  @Line(60)
  name!: string;
}

@InputType()
export class PostMessageInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => ID)
  @IsUUID()
  clientId!: string;

  @Field(() => String)
  @Paragraphs(MAX_BODY)
  body!: string;

  /** The message that it answers. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  replyToId?: string | null;
}

@InputType()
export class EditMessageInput {
  @Field(() => ID)
  @IsString()
  messageId!: string;

  @Field(() => String)
  @Paragraphs(MAX_BODY)
  body!: string;
}

@InputType()
export class ReactInput {
  @Field(() => ID)
  @IsString()
  messageId!: string;

  /** One emoji as a whole, as Unicode recommends them for use. */
  @Field(() => String)
  @Emoji()
  emoji!: string;

  @Field(() => Boolean)
  @IsBoolean()
  isOn!: boolean;
}

@InputType()
export class PinMessageInput {
  @Field(() => ID)
  @IsString()
  messageId!: string;

  @Field(() => Boolean)
  @IsBoolean()
  isPinned!: boolean;
}

@InputType()
export class MarkReadInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  seq!: number;
}
