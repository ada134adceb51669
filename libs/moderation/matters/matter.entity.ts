import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export enum MatterStage {
  open = 'open',
  inHand = 'inHand',
  waiting = 'waiting',
  closed = 'closed',
  appealed = 'appealed',
}
registerEnumType(MatterStage, {
  name: 'MatterStage',
  description:
    'Nobody is on it; somebody is; it waits for an answer or a second person; ended; asked again.',
});

export enum MatterOutcome {
  noBreach = 'noBreach',
  breach = 'breach',
  unclear = 'unclear',
}
registerEnumType(MatterOutcome, {
  name: 'MatterOutcome',
  description: 'The agreements were kept; they were broken; it cannot be told.',
});

export const MatterAction = createActionEnum('Matter');

/** Groups all reports about one member, or about one persona, until moderation closes it. */
@Entity()
@ObjectType()
export class Matter extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  reportedId!: string;

  /**
   * The membership of the reported persona, or the reported coalition, for which the member answers; null if the member
   * was reported under their own name. The id stays when the membership is deleted with its group.
   */
  @Column('uuid', { nullable: true })
  personaId!: string | null;

  @Field(() => MatterStage)
  @Column('text', { default: MatterStage.open })
  stage!: MatterStage;

  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  @Column('timestamptz', { nullable: true })
  assignedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** The outcome with which the matter was last closed. */
  @Column('text', { nullable: true })
  outcome!: MatterOutcome | null;
}
