import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** The name under which somebody supports. Requesters see it, and neither the account nor the profile. */
@Entity()
@ObjectType()
export class Supporter extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  @Field(() => String)
  @Column('text')
  workName!: string;
}
