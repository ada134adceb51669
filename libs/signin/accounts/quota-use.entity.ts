import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** One use of something that an account may do only so often; of whom or what, it does not say. */
@Entity()
export class QuotaUse extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('text')
  name!: string;
}
