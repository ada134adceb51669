import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** What was asked back, and what the applicant answered. At most one waits for an answer. */
@Entity()
@ObjectType()
export class ApplicationQuestion extends Row {
  @Column('uuid')
  applicationId!: string;

  /** Who asked is told to nobody. */
  @Column('uuid', { nullable: true })
  askerId!: string | null;

  @Field(() => String)
  @Sealed()
  body!: string;

  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
