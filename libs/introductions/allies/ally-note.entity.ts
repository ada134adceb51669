import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** A member's private note about an ally. Only its author can read it. */
@Entity()
@Unique(['accountId', 'aboutId'])
export class AllyNote extends Row {
  /** The account of the author. */
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  aboutId!: string;

  @SealedColumn()
  text!: string;

  /** Incremented by each change, so that a change based on an outdated text is refused. */
  @Column('int')
  version!: number;
}
