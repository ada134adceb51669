import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import { DAY } from '#kernel/clock.js';
import type { ApplicationAnswers } from './application-answers.js';

export enum ApplicationStage {
  submitted = 'submitted',
  inReview = 'inReview',
  asked = 'asked',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
  /** A second round, after a decline; from then on as any other that waits. */
  appealed = 'appealed',
}
registerEnumType(ApplicationStage, { name: 'ApplicationStage' });

export const ApplicationAction = actionEnum('Application');

/** How long a decline can be appealed. */
export const APPEAL_LASTS = 10 * DAY;

/** The stages in which it waits for people who vet. */
export const UNDECIDED = [
  ApplicationStage.submitted,
  ApplicationStage.inReview,
  ApplicationStage.asked,
  ApplicationStage.appealed,
];

/** Someone asking to join. Its answers are public to nobody: they have doors of their own. */
@Entity()
@ObjectType()
export class Application extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  @Field(() => ApplicationStage)
  @Column('text', { default: ApplicationStage.submitted })
  stage!: ApplicationStage;

  /** What a member who vouches is given by the applicant. */
  @Column('text', { unique: true })
  vouchCode!: string;

  /** Hash of the secret with which a browser may send the same application again after a lost answer. */
  @Column('bytea', { nullable: true, unique: true })
  sendHash!: Buffer | null;

  /** 1, and 2 once its decline was appealed: reviews and decisions belong to a round. */
  @Column('int', { default: 1 })
  round!: number;

  /** What the applicant says against the decline; it goes with the answers. */
  @Sealed({ nullable: true })
  appeal!: string | null;

  /** Null once they were destroyed. */
  @Sealed({ nullable: true })
  answers!: ApplicationAnswers | null;

  /** Of the application as it stands: `hashOfApplication`. */
  @Column('bytea')
  answersHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  submittedAt!: Date;

  /** Since when it is our turn: from here the 72 hours are counted. */
  @Column('timestamptz')
  waitsSince!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
