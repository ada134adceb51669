import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ThreadKind } from '#channels/channel.entity.js';

/** A thread of a case that the viewer may read. */
@ObjectType()
export class CaseThread {
  @Field(() => ID)
  channelId!: string;

  /** The support request to which it belongs. */
  @Field(() => ID)
  requestId!: string;

  @Field(() => ThreadKind)
  kind!: ThreadKind;

  /** Unread messages of others, at most 100. */
  @Field(() => Int)
  unreadCount!: number;
}
