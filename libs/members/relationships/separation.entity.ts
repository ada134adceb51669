import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** An order of moderation that hides two members from each other. */
@Entity()
export class Separation extends Row {
  @Column('uuid')
  lowId!: string;

  @Column('uuid')
  highId!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
