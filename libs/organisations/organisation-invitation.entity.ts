import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export const OrganisationInvitationAction = createActionEnum('OrganisationInvitation');

export type OrganisationInvitationState =
  'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/**
 * A spokesperson's invitation of a member. Its state is not disclosed: to the spokesperson, a declined invitation looks
 * like a waiting one.
 */
@Entity()
@ObjectType()
export class OrganisationInvitation extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  organisationId!: string;

  /** The invited account. */
  @Column('uuid')
  accountId!: string;

  @Column('text', { default: 'waiting' })
  state!: OrganisationInvitationState;

  @Column('timestamptz')
  expiresAt!: Date;
}
