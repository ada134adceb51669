import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** A browser that signed in to this account before, so that guessing by strangers never keeps its owner out. */
@Entity()
@Unique(['accountId', 'tokenHash'])
export class KnownDevice extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('bytea')
  tokenHash!: Buffer;
}
