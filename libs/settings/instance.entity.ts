import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export const LONGEST_RETENTION_DAYS = 365;

/** The one row that says how this instance came to be and what its people settled. */
@Entity()
export class Instance extends Row {
  @Column('boolean', { default: true, unique: true })
  isOnly!: boolean;

  @Column('timestamptz')
  foundedAt!: Date;

  /** Set once, never taken back: from then on people can apply. */
  @Column('timestamptz', { nullable: true })
  foundingClosedAt!: Date | null;

  /** When ten members were first past probation. Set once, never taken back: from then on vouches are asked for. */
  @Column('timestamptz', { nullable: true })
  vouchesSince!: Date | null;

  /** Vouches that an application needs once ten members are past probation. */
  @Column('integer', { default: 2 })
  vouchesNeeded!: number;

  /** Nothing that is said in a channel is kept for longer. */
  @Column('integer', { default: LONGEST_RETENTION_DAYS })
  longestRetentionDays!: number;

  /** Who runs the instance, as strangers read it. */
  @Column('text', { nullable: true })
  operatorName!: string | null;

  /** How to reach them: a mail or https address. Null exactly where the name is. */
  @Column('text', { nullable: true })
  operatorContact!: string | null;

  /** Where quick exit leads; null for the neutral page of the product. */
  @Column('text', { nullable: true })
  exitAddress!: string | null;
}
