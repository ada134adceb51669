import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** One member hides from another, both ways, outside shared groups. */
@Entity()
@ObjectType()
@Unique(['blockerId', 'blockedId'])
export class Block extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  blockerId!: string;

  @Column('uuid')
  blockedId!: string;

  /** The name under which the blocker met them: a later one is not for them to know. */
  @Field()
  @Column('text', { default: '' })
  knownAs!: string;
}
