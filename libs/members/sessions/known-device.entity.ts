import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** A browser that signed in to this account before, so that password guessing by others never locks its owner out. */
@Entity()
@Unique(['accountId', 'tokenHash'])
export class KnownDevice extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('bytea')
  tokenHash!: Buffer;
}
