import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** With it a member agrees to be given a duty: made by them, shown once, handed to an administrator outside Trama. */
@Entity()
@ObjectType()
export class DutyCode extends Row {
  @Column('uuid')
  accountId!: string;

  /** SHA-256 of the code, which is kept nowhere. */
  @Column('bytea', { unique: true })
  codeHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
