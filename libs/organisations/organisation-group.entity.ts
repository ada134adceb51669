import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** An organisation is open in the group of this membership, which is one of whoever speaks for it. */
@Entity()
@Unique(['organisationId', 'membershipId'])
export class OrganisationGroup extends Row {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  membershipId!: string;
}
