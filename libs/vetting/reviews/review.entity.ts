import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

export enum Recommendation {
  accept = 'accept',
  decline = 'decline',
}
registerEnumType(Recommendation, { name: 'Recommendation' });

/** Why an application is declined, as one word that can be counted. A separate text explains the reason. */
export enum ReasonClass {
  purpose = 'purpose',
  notEnough = 'notEnough',
  risk = 'risk',
  conduct = 'conduct',
  other = 'other',
}
registerEnumType(ReasonClass, { name: 'ReasonClass' });

/** A reviewer's recommendation on an application, written before seeing the others. Its author is never disclosed. */
@Entity()
@ObjectType()
@Unique(['applicationId', 'reviewerId', 'round'])
export class Review extends Row {
  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  reviewerId!: string;

  /** The application's round when the review was written. */
  @Column('int', { default: 1 })
  round!: number;

  @Field(() => Recommendation)
  @Column('text')
  recommendation!: Recommendation;

  /** Keys of the checklist items that the reviewer checked. */
  @Field(() => [String])
  @Column('text', { array: true })
  checks!: string[];

  /** The reasons for the recommendation. Other reviewers read them, but not the applicant. */
  @Field(() => String)
  @SealedColumn()
  reason!: string;

  @Field(() => ReasonClass, { nullable: true })
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  /** The hash of the application's state that the review refers to, from `hashApplicationState`. */
  @Column('bytea')
  answersHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  confirmedAt!: Date;
}
