import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

export const OrganisationInvitationAction = actionEnum('OrganisationInvitation');

export type OrganisationInvitationState =
  'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** Whoever speaks for an organisation invites a member. Its state is told to nobody: a declined one looks as if it waited. */
@Entity()
@ObjectType()
export class OrganisationInvitation extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  organisationId!: string;

  /** Whom it invites. */
  @Column('uuid')
  accountId!: string;

  @Column('text', { default: 'waiting' })
  state!: OrganisationInvitationState;

  @Column('timestamptz')
  expiresAt!: Date;
}
