import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';
import { Sealed } from '#database/sealed.js';
import { ReasonClass, Recommendation } from '../reviews/review.entity.js';

/** How long a decision is kept. */
export const DECISION_LASTS = 730 * DAY;

/** The outcome of reviews. It outlives the file, so it says nothing that would name anybody. */
@Entity()
@ObjectType()
@Unique(['applicationId', 'round'])
export class Decision extends Row {
  @Column('uuid', { nullable: true })
  applicationId!: string | null;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** 2 for one that was taken on an appeal: it is final. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  round!: number;

  @Field(() => Recommendation)
  @Column('text')
  outcome!: Recommendation;

  @Field(() => ReasonClass, { nullable: true })
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  /** What the applicant is told with a decline; null once it was destroyed with the file. */
  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  words!: string | null;

  /** The rule on vouches as it stood on that day. */
  @Field(() => Int)
  @Column('int')
  vouchesNeeded!: number;

  @Field(() => Int)
  @Column('int')
  vouchesCounted!: number;

  /** Fewer than ten members were past probation, so that no vouch was asked for. */
  @Field(() => Boolean)
  @Column('boolean')
  isFoundingRule!: boolean;

  /** With a decline: what recognises the confirmed address again, and names nobody. */
  @Column('bytea', { nullable: true })
  addressHash!: Buffer | null;

  /** Whose reviews counted, also those against it. Told to nobody, only counted. */
  @Column('uuid', { array: true })
  deciderIds!: string[];

  /** When the application was sent, for how long people wait. */
  @Column('timestamptz')
  submittedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  decidedAt!: Date;
}
