import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A single-use link. It admits one member to a group, or to a join request if the group is hidden. */
@Entity()
@ObjectType()
export class GroupLink extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  groupId!: string;

  /** The account of the steward who made the link. */
  @Column('uuid')
  makerId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The account that used the link. While the row exists, a repeated use by this account gets the same response. */
  @Column('uuid', { nullable: true })
  usedById!: string | null;
}
