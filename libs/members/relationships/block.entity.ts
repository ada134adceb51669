import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * Hides two members from each other outside shared groups. A persona is blocked by its membership: the blocker's screen
 * collapses its entries in that group, and the account behind it is not affected.
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

  /** The name under which the blocker knew the blocked member. The blocker does not learn a later name. */
  @Field()
  @Column('text', { default: '' })
  knownAs!: string;
}
