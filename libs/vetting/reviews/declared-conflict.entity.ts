import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** A reviewer's statement that they know the applicant. The view `tie` reads it for the recusal rule (R3). */
@Entity()
@Unique(['applicationId', 'accountId'])
export class DeclaredConflict extends Row {
  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  accountId!: string;
}
