import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

export enum JoinRequestState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
}
registerEnumType(JoinRequestState, { name: 'JoinRequestState' });

export const JoinRequestAction = actionEnum('JoinRequest');

/** A member asks to join a group; its steward decides with the answer in front of them. */
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

  /** The name that the group will know, and those who decide already do; null: the profile's. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  @Field(() => JoinRequestState)
  @Column('text', { default: JoinRequestState.waiting })
  state!: JoinRequestState;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** When a steward's decline takes effect; until then it waits for whoever asked, and a steward may undo the decline. */
  @Column('timestamptz', { nullable: true })
  declineAt!: Date | null;
}
