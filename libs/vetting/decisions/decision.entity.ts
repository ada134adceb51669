import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';
import { SealedColumn } from '#database/sealed-column.js';
import { ReasonClass, Recommendation } from '../reviews/review.entity.js';

/** How long a decision is stored. */
export const DECISION_RETENTION = 730 * DAY;

/** The outcome of an application. The row outlives the file, so it contains nothing that identifies the applicant. */
@Entity()
@ObjectType()
@Unique(['applicationId', 'round'])
export class Decision extends Row {
  @Column('uuid', { nullable: true })
  applicationId!: string | null;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** The round of the decision. A decision of round 2 is about an appeal, and is final. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  round!: number;

  @Field(() => Recommendation)
  @Column('text')
  outcome!: Recommendation;

  @Field(() => ReasonClass, { nullable: true })
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  /** The explanation that a declined applicant reads; null after the file was destroyed. */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  words!: string | null;

  /** The number of vouches that the rule required when the decision was made. */
  @Field(() => Int)
  @Column('int')
  vouchesNeeded!: number;

  @Field(() => Int)
  @Column('int')
  vouchesCounted!: number;

  /** Whether the rule required no vouch, because fewer than ten members were past probation. */
  @Field(() => Boolean)
  @Column('boolean')
  isFoundingRule!: boolean;

  /**
   * For a decline: keyed hash of the confirmed email address, which recognises the same address in a new application.
   */
  @Column('bytea', { nullable: true })
  addressHash!: Buffer | null;

  /**
   * Accounts of the reviewers whose reviews counted, for or against the outcome. They are counted but never disclosed.
   */
  @Column('uuid', { array: true })
  deciderIds!: string[];

  /** When the application was sent, for statistics of waiting times. */
  @Column('timestamptz')
  submittedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  decidedAt!: Date;
}
