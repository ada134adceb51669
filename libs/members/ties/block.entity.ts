import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * One member hides from another, both ways, outside shared groups. A persona is blocked as a membership: its entries are
 * folded on the blocker's screen in that group, and nothing follows for whoever wears it.
 */
@Entity()
@ObjectType()
@Unique(['blockerId', 'blockedId'])
@Unique(['blockerId', 'membershipId'])
export class Block extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  blockerId!: string;

  @Column('uuid', { nullable: true })
  blockedId!: string | null;

  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  /** The name under which the blocker met them: a later one is not for them to know. */
  @Field()
  @Column('text', { default: '' })
  knownAs!: string;
}
