import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * Two members who accepted an introduction. `lowId` is the smaller id, so that a pair has only one row that is not
 * closed.
 */
@Entity()
export class Alliance extends Row {
  @Column('uuid')
  lowId!: string;

  @Column('uuid')
  highId!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Since when neither can read the conversation, because of a block, a separation or a deleted account. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

/** Returns the two ids of a pair in the order in which they are stored. */
export const sortPairIds = (a: string, b: string): { lowId: string; highId: string } =>
  a < b ? { lowId: a, highId: b } : { lowId: b, highId: a };
