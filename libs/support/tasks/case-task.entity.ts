import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A task of an accepted case, which only its supporters read. Text and day are encrypted with the key of the request. */
@Entity()
export class CaseTask extends Row {
  @Column('uuid')
  requestId!: string;

  /** A `TaskContent`, encrypted by `encryptTask`. */
  @Column('bytea')
  content!: Buffer;

  /** The account of the supporter who does it. Null for nobody, and once the part of that supporter has ended. */
  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  /** When it was marked as done; null while it is open. */
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}
