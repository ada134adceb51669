import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export enum JoinRequestState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
}
registerEnumType(JoinRequestState, { name: 'JoinRequestState' });

export const JoinRequestAction = createActionEnum('JoinRequest');

/** A member's request to join a group. A steward decides after reading the answer to the group's question. */
@Entity()
@ObjectType()
export class JoinRequest extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  accountId!: string;

  @Field(() => String)
  @Column('text')
  answer!: string;

  /** Name of the persona to join with, already visible to stewards; null for the profile's name. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  @Field(() => JoinRequestState)
  @Column('text', { default: JoinRequestState.waiting })
  state!: JoinRequestState;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /**
   * When a steward's decline takes effect. Until then the requester sees the request as waiting, and a steward may undo
   * the decline.
   */
  @Column('timestamptz', { nullable: true })
  declineAt!: Date | null;
}
