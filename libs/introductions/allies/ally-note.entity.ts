import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** What a member notes for themself about an ally. Nobody else ever reads it. */
@Entity()
@Unique(['accountId', 'aboutId'])
export class AllyNote extends Row {
  /** Who wrote it. */
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  aboutId!: string;

  @Sealed()
  text!: string;

  /** Grows with each change, so that a change to a stale text is refused. */
  @Column('int')
  version!: number;
}
