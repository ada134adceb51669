import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export enum IntroductionState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  expired = 'expired',
  withdrawn = 'withdrawn',
}
registerEnumType(IntroductionState, { name: 'IntroductionState' });

export const IntroductionAction = createActionEnum('Introduction');

/** A request to meet. Contact opens only after both members accepted. */
@Entity()
@ObjectType()
export class Introduction extends Row {
  @Column('uuid')
  askerId!: string;

  @Column('uuid')
  askedId!: string;

  /** The introducer; null for a direct request and after the introducer's account was erased. */
  @Column('uuid', { nullable: true })
  introducerId!: string | null;

  /** When the request reached its recipient; before that, the recipient cannot see it. */
  @Column('timestamptz', { nullable: true })
  passedAt!: Date | null;

  /** When the introducer let the request lapse; other viewers see it as waiting. */
  @Column('timestamptz', { nullable: true })
  lapsedAt!: Date | null;

  /** Why the requester would like to meet. */
  @Field(() => String)
  @Column('text')
  note!: string;

  /** The real state. `stateFor` of the service returns what a viewer may see. */
  @Column('text', { default: IntroductionState.waiting })
  state!: IntroductionState;

  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
