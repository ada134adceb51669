import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { DAY } from '#kernel/clock.js';
import type { ApplicationAnswers } from './application-answers.js';

export enum ApplicationStage {
  submitted = 'submitted',
  inReview = 'inReview',
  asked = 'asked',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
  /** The second round, after a decline; otherwise treated like `submitted`. */
  appealed = 'appealed',
}
registerEnumType(ApplicationStage, { name: 'ApplicationStage' });

export const ApplicationAction = createActionEnum('Application');

/** How long a decline can be appealed. */
export const DECLINE_APPEAL_PERIOD = 10 * DAY;

/** Stages without a decision. */
export const UNDECIDED_STAGES = [
  ApplicationStage.submitted,
  ApplicationStage.inReview,
  ApplicationStage.asked,
  ApplicationStage.appealed,
];

/** A request to join. Its answers are not in this GraphQL type: separate operations return them. */
@Entity()
@ObjectType()
export class Application extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  @Field(() => ApplicationStage)
  @Column('text', { default: ApplicationStage.submitted })
  stage!: ApplicationStage;

  /** The code that the applicant gives to members who want to vouch. */
  @Column('text', { unique: true })
  vouchCode!: string;

  /**
   * Hash of a secret of the client. With the secret the client may send the same application again after a lost
   * response.
   */
  @Column('bytea', { nullable: true, unique: true })
  sendHash!: Buffer | null;

  /** The round of the application: 1, or 2 after an appeal. Reviews and decisions belong to a round. */
  @Column('int', { default: 1 })
  round!: number;

  /** The applicant's reasons for the appeal; destroyed together with the answers. */
  @SealedColumn({ nullable: true })
  appeal!: string | null;

  /** The answers of the applicant; null after the file was destroyed. */
  @SealedColumn({ nullable: true })
  answers!: ApplicationAnswers | null;

  /** The hash of the application's current state, from `hashApplicationState`. */
  @Column('bytea')
  answersHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  submittedAt!: Date;

  /** Since when reviewers must act. Their 72 hours start at this time. */
  @Column('timestamptz')
  waitsSince!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
