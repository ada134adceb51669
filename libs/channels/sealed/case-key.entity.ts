import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** The key of the threads of a case. It is destroyed with the row, and the row with the case. */
@Entity()
export class CaseKey extends Row {
  @Column('uuid', { unique: true })
  caseId!: string;

  @SealedColumn()
  key!: string;
}
