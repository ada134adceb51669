import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A moderator's order that two members never meet. */
@Entity()
export class Separation extends Row {
  @Column('uuid')
  lowId!: string;

  @Column('uuid')
  highId!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
