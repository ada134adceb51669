import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** A reviewer's question to the applicant, and the answer. At most one question of an application is open. */
@Entity()
@ObjectType()
export class ApplicationQuestion extends Row {
  @Column('uuid')
  applicationId!: string;

  /** The account of the reviewer who asked; never disclosed. */
  @Column('uuid', { nullable: true })
  askerId!: string | null;

  @Field(() => String)
  @SealedColumn()
  body!: string;

  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
