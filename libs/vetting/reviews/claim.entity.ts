import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** Somebody who vets is reading this application now. Without one its file does not open. */
@Entity()
@Unique(['applicationId', 'accountId'])
export class Claim extends Row {
  @Column('uuid')
  applicationId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  endsAt!: Date;
}
