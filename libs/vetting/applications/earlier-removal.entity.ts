import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Somebody whom moderation removed for good. It outlives the account, so it says nothing that would name anybody. */
@Entity()
export class EarlierRemoval extends Row {
  /** To forget it when an appeal is won; null once the account is gone. */
  @Column('uuid', { nullable: true, unique: true })
  accountId!: string | null;

  /** What recognises the confirmed address again. */
  @Column('bytea')
  addressHash!: Buffer;

  /** The reason class of the report. */
  @Column('text')
  reason!: string;

  /** The first day of the month, and no day. */
  @Column('date')
  month!: string;
}
