import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A member who offers to introduce members to each other. The offer lasts as long as the row exists. */
@Entity()
export class Introducer extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;
}
