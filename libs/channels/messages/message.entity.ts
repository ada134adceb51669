import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AttachmentShown } from '#attachments/attachment.entity.js';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Retention, RetentionShortening } from '../message-retention/retention.js';

export const MessageAction = actionEnum('Message');

/** How many reacted with an emoji. The first to come stands first. */
@ObjectType()
export class Reaction {
  @Field(() => String)
  emoji!: string;

  @Field(() => Int)
  count!: number;
}

/** The row of a message. What is shown of it, in answers and on sockets alike, is MessageShown. */
@Entity()
export class Message extends Row {
  @Column('uuid')
  channelId!: string;

  @Column('int')
  seq!: number;

  @Column('int')
  version!: number;

  /** Null once that account is deleted. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** In a group the author is their membership; null in a conversation. */
  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  /** Made by the sending client: together with the account it makes sending exactly once. */
  @Column('uuid')
  clientKey!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;

  /** The message of the same channel that it answers. */
  @Column('uuid', { nullable: true })
  replyToId!: string | null;

  /** The topic whose feed it stands in; null in the general feed. It never moves. */
  @Column('uuid', { nullable: true })
  topicId!: string | null;

  /** Counted anew with every reaction; null where there is none. */
  @Column('jsonb', { nullable: true })
  reactions!: Reaction[] | null;

  @Column('timestamptz', { nullable: true })
  pinnedAt!: Date | null;

  /** As they came: memberships in a group, profiles in a conversation, or nobody. The job of the inbox looks them up. */
  @Column('uuid', { array: true, default: '{}' })
  mentionIds!: string[];

  /** It names everybody who reads the channel. */
  @Column('boolean', { default: false })
  mentionsAll!: boolean;

  /** The version in which an edit last changed whom it names; null: never. */
  @Column('int', { nullable: true })
  namedVersion!: number | null;

  /** What is shown of its files, written anew with every change of theirs; null where there are none. */
  @Column('jsonb', { nullable: true })
  attachments!: AttachmentShown[] | null;

  /** From then on nobody reads it; soon after, the row is gone. Never later than it once was. */
  @Column('timestamptz')
  expiresAt!: Date;

  /** Stays when what it answers is gone. */
  @Column('boolean', { default: false })
  isAnswer!: boolean;

  /** Set in a line that nobody said: to this the retention was changed. */
  @Column('text', { nullable: true })
  retention!: Retention | null;
}

/** A message as everybody in the channel sees it. A deleted one has no text. */
@ObjectType('Message')
export class MessageShown {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  channelId!: string;

  /** Its place in the channel, which never changes. */
  @Field(() => Int)
  seq!: number;

  /** The number of the channel's change that made it what it is. */
  @Field(() => Int)
  version!: number;

  /** A membership's id in a group, a profile's in a conversation; null when the account is gone. */
  @Field(() => ID, { nullable: true })
  authorId!: string | null;

  @Field(() => String)
  authorName!: string;

  @Field(() => String)
  body!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  editedAt!: Date | null;

  @Field(() => Boolean)
  isDeleted!: boolean;

  @Field(() => Boolean)
  isPinned!: boolean;

  /** The message that it answers. Whether the viewer may read that one is for it to say: nothing of it stands here. */
  @Field(() => ID, { nullable: true })
  replyToId!: string | null;

  /** The topic whose feed it stands in; null in the general feed. */
  @Field(() => ID, { nullable: true })
  topicId!: string | null;
  /** Whether it answers a message, which may be gone. */
  @Field(() => Boolean)
  isAnswer!: boolean;

  /** From then on nobody reads it any more. A later change of the channel may make it earlier. */
  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  /** In a line that nobody said: to this its author changed the channel’s retention. */
  @Field(() => Retention, { nullable: true })
  retention!: Retention | null;

  @Field(() => [Reaction])
  reactions!: Reaction[];

  @Field(() => [AttachmentShown])
  attachments!: AttachmentShown[];

  /** The viewer's own, which no frame carries. */
  @Field(() => [String])
  ownReactions!: string[];

  /** Whom it names, as its author said: an id may be nobody's here. */
  @Field(() => [ID])
  mentionIds!: string[];

  @Field(() => Boolean, { description: 'It names everybody who reads the channel.' })
  mentionsAll!: boolean;

  /** Only for its author's own clients, to know their queued message in it. */
  @Field(() => ID, { nullable: true })
  clientId!: string | null;
}

@ObjectType()
export class MessagePage {
  /** Oldest first. */
  @Field(() => [MessageShown])
  items!: MessageShown[];

  @Field(() => Boolean, { description: 'Whether there are earlier ones.' })
  hasMore!: boolean;

  /** Everything in the channel up to this number is known with this answer and those before it. */
  @Field(() => Int)
  upTo!: number;

  /** The viewer's history begins after this number: whoever left and came back forgets what was before. */
  @Field(() => Int)
  from!: number;

  /** Whoever was away learns here what goes earlier than they knew. */
  @Field(() => [RetentionShortening])
  shortenings!: readonly RetentionShortening[];
}
