import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import type { Audience } from '#policy/facts/audiences.js';

/** A member in an organisation. Nothing of it stays when it ends: who was somewhere is nobody's to read. */
@Entity()
@Unique(['organisationId', 'accountId'])
export class Affiliation extends Row {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('boolean', { default: false })
  isSpokesperson!: boolean;

  /** To whom the person is shown there, besides its people. */
  @Column('text', { default: 'onlyMe' })
  audience!: Audience;

  @Column('timestamptz')
  joinedAt!: Date;
}
