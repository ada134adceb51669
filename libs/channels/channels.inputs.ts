import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
} from 'class-validator';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { ChannelHistory } from './channel.entity.js';
import { SingleEmoji } from './messages/emoji.decorator.js';
import { ChannelRetention } from './message-retention/channel-retention.js';

export const MAX_MESSAGE_LENGTH = 4_000;
const MAX_MENTIONS = 50;
const MOST_ATTACHMENTS = 10;
const MAX_DESCRIPTION = 4_000;

@InputType()
export class CreateChannelInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => String)
  @SingleLineText(60)
  name!: string;

  @Field(() => ChannelHistory, { defaultValue: ChannelHistory.joining })
  @IsEnum(ChannelHistory)
  history!: ChannelHistory;

  /** How long messages of the channel are kept. */
  @Field(() => ChannelRetention, { defaultValue: ChannelRetention.longest })
  @IsEnum(ChannelRetention)
  retention!: ChannelRetention;
}

@InputType()
export class RenameChannelInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => String)
  @SingleLineText(60)
  name!: string;
}

/**
 * The mentions of a message. The text contains the mentions as well. An id that belongs to no reader of the channel
 * mentions nobody.
 */
@InputType({ isAbstract: true })
abstract class NamingInput {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MAX_MENTIONS)
  @IsString({ each: true })
  mentionIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'For whoever holds the group.' })
  @IsOptional()
  @IsBoolean()
  mentionsAll?: boolean | null;
}

@InputType()
export class PostMessageInput extends NamingInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => ID)
  @IsUUID()
  clientId!: string;

  /** The text of the message; may be blank only if there are attachments. */
  @Field(() => String)
  @MultiLineText(MAX_MESSAGE_LENGTH, { canBeBlank: true })
  body!: string;

  /** Ids of the author's own attachments, in display order. They must be ready and not yet sent. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST_ATTACHMENTS)
  @ArrayUnique()
  @IsString({ each: true })
  attachmentIds?: string[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  replyToId?: string | null;

  /** Omitted for the general feed. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  topicId?: string | null;
}

/** Edits a message. The mentions do not change if `mentionIds` and `mentionsAll` are omitted. */
@InputType()
export class EditMessageInput extends NamingInput {
  @Field(() => ID)
  @IsString()
  messageId!: string;

  /** The text of the message; may be blank only if there are attachments. */
  @Field(() => String)
  @MultiLineText(MAX_MESSAGE_LENGTH, { canBeBlank: true })
  body!: string;
}

@InputType()
export class ReactInput {
  @Field(() => ID)
  @IsString()
  messageId!: string;

  /** Exactly one emoji that Unicode recommends for general interchange (RGI). */
  @Field(() => String)
  @SingleEmoji()
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

  /** Omitted for the general feed. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  topicId?: string | null;
}

@ArgsType()
export class DescribeAttachmentArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  /** The description of the file; a blank text removes the description. */
  @Field(() => String)
  @MultiLineText(MAX_DESCRIPTION, { canBeBlank: true })
  text!: string;
}
