import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';

/** How long the asked member may answer. */
export const SUCCESSION_REQUEST_DURATION = 7 * DAY;
/**
 * How long a request is stored, counted from when the member was asked; longer while its search for a steward goes on,
 * in which nobody is asked twice.
 */
export const SUCCESSION_REQUEST_RETENTION = 90 * DAY;

export enum SuccessionRequestState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  /** The time for the answer passed, or the member could no longer become steward. */
  unanswered = 'unanswered',
  /** The group got a steward while the request waited. */
  ended = 'ended',
}
registerEnumType(SuccessionRequestState, { name: 'SuccessionRequestState' });

export const SuccessionRequestAction = createActionEnum('SuccessionRequest');

/** The question to a member whether they will become steward of a group without one. Only that member reads it. */
@Entity()
@ObjectType()
export class SuccessionRequest extends Row {
  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  membershipId!: string;

  @Field(() => SuccessionRequestState)
  @Column('text', { default: SuccessionRequestState.waiting })
  state!: SuccessionRequestState;

  @Column('timestamptz')
  askedAt!: Date;

  /** Until when the member may accept. */
  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
