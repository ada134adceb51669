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

  /** Keyed hash that recognises the same confirmed email address. */
  @Column('bytea')
  addressHash!: Buffer;

  /** The reason class of the report. */
  @Column('text')
  reason!: string;

  /** First day of the month; the exact day is not stored. */
  @Column('date')
  month!: string;
}
