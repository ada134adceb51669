import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import type { Audience } from '#policy/facts/audiences.js';

/** A member in an organisation. The row is deleted when the affiliation ends, so no history remains. */
@Entity()
@Unique(['organisationId', 'accountId'])
export class Affiliation extends Row {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('boolean', { default: false })
  isSpokesperson!: boolean;

  /** Audience that sees the member in the organisation, besides the people of the organisation. */
  @Column('text', { default: 'onlyMe' })
  audience!: Audience;

  @Column('timestamptz')
  joinedAt!: Date;
}
