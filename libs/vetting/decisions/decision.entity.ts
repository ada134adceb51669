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

  /** 2 for a decision on an appeal, which is final. */
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

  /** The number of vouches that the rule required at that time. */
  @Field(() => Int)
  @Column('int')
  vouchesNeeded!: number;

  @Field(() => Int)
  @Column('int')
  vouchesCounted!: number;

  /** No vouch was required, because fewer than ten members were past probation. */
  @Field(() => Boolean)
  @Column('boolean')
  isFoundingRule!: boolean;

  /** With a decline: keyed hash that recognises the same confirmed email address. */
  @Column('bytea', { nullable: true })
  addressHash!: Buffer | null;

  /** Accounts whose reviews counted, also those against the outcome. Never disclosed, only counted. */
  @Column('uuid', { array: true })
  deciderIds!: string[];

  /** When the application was sent, for statistics of waiting times. */
  @Column('timestamptz')
  submittedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  decidedAt!: Date;
}
