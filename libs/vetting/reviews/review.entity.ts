import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

export enum Recommendation {
  accept = 'accept',
  decline = 'decline',
}
registerEnumType(Recommendation, { name: 'Recommendation' });

/** Why an application was declined, in a word that can be compared; the rest is said in a text. */
export enum ReasonClass {
  purpose = 'purpose',
  notEnough = 'notEnough',
  risk = 'risk',
  conduct = 'conduct',
  other = 'other',
}
registerEnumType(ReasonClass, { name: 'ReasonClass' });

/** One person's recommendation on an application, written before seeing the others'. Who wrote it is told to nobody. */
@Entity()
@ObjectType()
@Unique(['applicationId', 'reviewerId', 'round'])
export class Review extends Row {
  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  reviewerId!: string;

  /** The application's when it was written. */
  @Column('int', { default: 1 })
  round!: number;

  @Field(() => Recommendation)
  @Column('text')
  recommendation!: Recommendation;

  /** Keys of the checklist. */
  @Field(() => [String])
  @Column('text', { array: true })
  checks!: string[];

  /** For whoever decides together with the writer, not for the applicant. */
  @Field(() => String)
  @Sealed()
  reason!: string;

  @Field(() => ReasonClass, { nullable: true })
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  /** The application as it stood when this was written or confirmed. */
  @Column('bytea')
  answersHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  confirmedAt!: Date;
}
