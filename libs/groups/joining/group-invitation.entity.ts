import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export const GroupInvitationAction = createActionEnum('GroupInvitation');

/** `closed`: the group was archived before the member answered. */
export type GroupInvitationState =
  'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'closed';

/** A steward's invitation of a member into a group; it expires. */
@Entity()
@ObjectType()
export class GroupInvitation extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  invitedId!: string;

  @Column('text', { default: 'waiting' })
  state!: GroupInvitationState;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When the invitation was answered or withdrawn; null while it waits and after it expired. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
