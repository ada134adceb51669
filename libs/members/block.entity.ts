import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** One member hides from another, both ways, outside shared groups. */
@Entity()
@Unique(['blockerId', 'blockedId'])
export class Block extends Row {
  @Column('uuid')
  blockerId!: string;

  @Column('uuid')
  blockedId!: string;
}
