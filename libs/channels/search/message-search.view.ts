import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '#kernel/pagination.js';
import { MessageView } from '../messages/message.entity.js';

@ObjectType()
export class MessageFound {
  @Field(() => MessageView)
  message!: MessageView;

  @Field(() => Boolean, { description: 'Whether the viewer’s own screen folds it.' })
  isFolded!: boolean;
}

@ObjectType({ description: 'Newest first. Nothing tells how many there are.' })
export class MessagesFound implements Page<MessageFound> {
  @Field(() => [MessageFound])
  items!: MessageFound[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
