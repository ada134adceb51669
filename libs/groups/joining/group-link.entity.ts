import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Lets one member into a group, or lets them ask where the group is hidden. */
@Entity()
@ObjectType()
export class GroupLink extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  groupId!: string;

  /** The account of the steward who made it. */
  @Column('uuid')
  makerId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The account that used it, for as long as the row is kept: who asks again gets the same answer. */
  @Column('uuid', { nullable: true })
  usedById!: string | null;
}
