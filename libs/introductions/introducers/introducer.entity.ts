import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A member who offers to introduce people to each other, for as long as the row is there. */
@Entity()
export class Introducer extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;
}
