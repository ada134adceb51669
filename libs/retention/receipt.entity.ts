import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Proof that data of a class was destroyed: of which row and about whom, and no word of it. */
@Entity()
@ObjectType('DataReceipt')
export class Receipt extends Row {
  @Field(() => String)
  @Column('text')
  dataClass!: string;

  @Column('text')
  subjectType!: string;

  /** The row that it belonged to, which may be gone too. */
  @Column('uuid')
  subjectId!: string;

  /** Null once that account is deleted. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  destroyedAt!: Date;
}
