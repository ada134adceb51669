import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** A reviewer's temporary claim on an application. A reviewer without a claim cannot open the file. */
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
