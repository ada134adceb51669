import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

export enum IntroductionState {
  waiting = 'waiting',
  accepted = 'accepted',
  declined = 'declined',
  expired = 'expired',
  withdrawn = 'withdrawn',
}
registerEnumType(IntroductionState, { name: 'IntroductionState' });

export const IntroductionAction = actionEnum('Introduction');

/** A request to meet, accepted by both sides or by nobody. */
@Entity()
@ObjectType()
export class Introduction extends Row {
  @Column('uuid')
  askerId!: string;

  @Column('uuid')
  askedId!: string;

  /** Who was asked to pass it on; null: asked directly, or that account is gone. */
  @Column('uuid', { nullable: true })
  introducerId!: string | null;

  /** When it reached the asked; until then it is not there for them. */
  @Column('timestamptz', { nullable: true })
  passedAt!: Date | null;

  /** The introducer let it lapse; to everybody else it waits. */
  @Column('timestamptz', { nullable: true })
  lapsedAt!: Date | null;

  /** Why they would like to meet, in the asker's words. */
  @Field(() => String)
  @Column('text')
  note!: string;

  /** What happened; what the asker is shown of it is `stateFor` of the service. */
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
