import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** Two members who both said yes. `lowId` is the lesser id, so a pair has one row. */
@Entity()
export class Alliance extends Row {
  @Column('uuid')
  lowId!: string;

  @Column('uuid')
  highId!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** The two ids of a pair in the order in which they are kept. */
export const inOrder = (a: string, b: string): { lowId: string; highId: string } =>
  a < b ? { lowId: a, highId: b } : { lowId: b, highId: a };
