import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export const TopicAction = createActionEnum('Topic');

/** A named thread inside a channel, with a feed of its own. */
@Entity()
@ObjectType()
export class Topic extends Row {
  @Field(() => ID)
  @Column('uuid')
  channelId!: string;

  /** The membership that started the topic; null after it was deleted. */
  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  @Field(() => String)
  @Column('text')
  name!: string;

  /** From this time on the topic is closed to new messages. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
