import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { AttachmentKind } from '#attachments/attachment.entity.js';
import { ChannelRetention } from '../message-retention/channel-retention.js';

/** The last message of a channel that the viewer may read, as the list of channels shows it. */
@ObjectType()
export class LastMessage {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  seq!: number;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean)
  isMine!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'In a group; null where the viewer blocked the author.',
  })
  authorName!: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The start of its text, with Markdown; null where it has none to show.',
  })
  text!: string | null;

  @Field(() => AttachmentKind, { nullable: true, description: 'Of its first file.' })
  fileKind!: AttachmentKind | null;

  @Field(() => Boolean)
  isDeleted!: boolean;

  @Field(() => Boolean, { description: 'The viewer blocked its author.' })
  isFolded!: boolean;

  @Field(() => ChannelRetention, {
    nullable: true,
    description: 'In a system message: to this the retention of the channel was changed.',
  })
  retention!: ChannelRetention | null;
}
