import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/**
 * An internal note on an application, visible only to reviewers who have written their own review of it. The applicant
 * never reads it.
 */
@Entity()
export class ApplicationNote extends Row {
  @Column('uuid')
  applicationId!: string;

  /**
   * The author of the note; null after the account was erased. It is never disclosed: a reader sees only whether a note
   * is their own.
   */
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** The application's round when the note was written. */
  @Column('int')
  round!: number;

  @SealedColumn()
  body!: string;
}
