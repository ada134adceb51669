import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** One use of a limited operation by an account. It does not store who or what was affected. */
@Entity()
export class QuotaUse extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('text')
  name!: string;
}
