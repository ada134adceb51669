import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Proof that data of a class was destroyed. It names the row and the account, but contains none of the data. */
@Entity()
@ObjectType('DataReceipt')
export class Receipt extends Row {
  @Field(() => String)
  @Column('text')
  dataClass!: string;

  @Column('text')
  subjectType!: string;

  /** The id of the row that the data belonged to. That row may be deleted too. */
  @Column('uuid')
  subjectId!: string;

  /** The account that the data was about; null after that account was deleted. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  destroyedAt!: Date;
}
