import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { ReopeningOpinion } from './reopening.entity.js';

/** A reviewer's claim on a reopening. It no longer expires once the reviewer has written an opinion. */
@Entity()
@Unique(['reopeningId', 'accountId'])
export class ReopeningSeat extends Row {
  @Column('uuid')
  reopeningId!: string;

  @Column('uuid')
  accountId!: string;

  /** When the claim ends; null once the reviewer has written an opinion. */
  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  says!: ReopeningOpinion | null;

  @SealedColumn({ nullable: true })
  words!: string | null;
}
