import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A single-use code by which a member agrees to get a duty. The member creates it and gives it to an administrator
 * outside Trama.
 */
@Entity()
@ObjectType()
export class DutyCode extends Row {
  @Column('uuid')
  accountId!: string;

  /** SHA-256 of the code. The code itself is not stored. */
  @Column('bytea', { unique: true })
  codeHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
