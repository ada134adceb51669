import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** Makes an organisation visible in a group. The membership is that of the spokesperson. */
@Entity()
@Unique(['organisationId', 'membershipId'])
export class OrganisationGroup extends Row {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  membershipId!: string;
}
