import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A link of an accepted case, which both of its sides see. Name and address are encrypted with the key of the request. */
@Entity()
export class CaseLink extends Row {
  @Column('uuid')
  requestId!: string;

  /** The participation of the person who added it. */
  @Column('uuid')
  authorId!: string;

  /** A `LinkContent`, encrypted by `encryptLink`. */
  @Column('bytea')
  content!: Buffer;
}
