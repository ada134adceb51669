import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Two members who both said yes. `lowId` is the lesser id, so a pair has one row that is not closed. */
@Entity()
export class Alliance extends Row {
  @Column('uuid')
  lowId!: string;

  @Column('uuid')
  highId!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** From then on nobody reads what was said in it: a block, a separation, or one of the two is gone. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

/** The two ids of a pair in the order in which they are kept. */
export const inOrder = (a: string, b: string): { lowId: string; highId: string } =>
  a < b ? { lowId: a, highId: b } : { lowId: b, highId: a };
