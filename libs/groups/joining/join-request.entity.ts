import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { DAY } from '#kernel/clock.js';
import type { JoinAnswer } from './join-answer.view.js';

export enum JoinRequestState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
  /** The group was archived before a steward decided. */
  closed = 'closed',
}
registerEnumType(JoinRequestState, { name: 'JoinRequestState' });

export const JoinRequestAction = createActionEnum('JoinRequest');

/** For how long answers are kept after the request ended, in ms. */
export const JOIN_ANSWERS_RETENTION = 30 * DAY;

/** A member's request to join a group. A steward decides after reading the answers to the group's questions. */
@Entity()
@ObjectType()
export class JoinRequest extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  accountId!: string;

  /**
   * The answers to the questions of the group, under the wording that the requester read; null if there are none, and
   * after `JOIN_ANSWERS_RETENTION`. Only the policy action `readAnswers` discloses them.
   */
  @SealedColumn({ nullable: true })
  answers!: JoinAnswer[] | null;

  /** Name of the persona to join with, already visible to stewards; null for the profile's name. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  @Field(() => JoinRequestState)
  @Column('text', { default: JoinRequestState.waiting })
  state!: JoinRequestState;

  /** When it ended in any way. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /**
   * When a steward's decline takes effect. Until then the requester sees the request as waiting, and a steward may undo
   * the decline.
   */
  @Column('timestamptz', { nullable: true })
  declineAt!: Date | null;

  /** The version of the group's agreements that the requester consented to. */
  @Column('int', { default: 1 })
  agreementsVersion!: number;

  /** When they consented to it; null if they asked before agreements had versions. */
  @Column('timestamptz', { nullable: true })
  agreementsConsentedAt!: Date | null;
}
