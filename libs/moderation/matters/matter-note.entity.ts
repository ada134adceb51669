import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** A moderator's note in a matter, for its next assignee. Neither the reporter nor the reported member reads it. */
@Entity()
export class MatterNote extends Row {
  @Column('uuid')
  matterId!: string;

  /** The author of the note. Readers only see whether a note is their own. Null after the account was erased. */
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @SealedColumn()
  body!: string;
}
