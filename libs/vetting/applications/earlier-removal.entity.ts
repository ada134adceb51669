import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A person whom moderation removed for good. The row outlives the account, so it contains nothing that identifies the
 * person.
 */
@Entity()
export class EarlierRemoval extends Row {
  /** The removed account. A successful appeal deletes the row by this id. Null after the account was erased. */
  @Column('uuid', { nullable: true, unique: true })
  accountId!: string | null;

  /** Keyed hash of the confirmed email address. It recognises the same address in a new application. */
  @Column('bytea')
  addressHash!: Buffer;

  /** The reason class of the report that led to the removal. */
  @Column('text')
  reason!: string;

  /** The first day of the month of the removal. The exact day is not stored. */
  @Column('date')
  month!: string;
}
