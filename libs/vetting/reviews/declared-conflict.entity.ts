import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** Somebody who vets said that they know the applicant: a tie (R3), which the view `tie` reads. */
@Entity()
@Unique(['applicationId', 'accountId'])
export class DeclaredConflict extends Row {
  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  accountId!: string;
}
