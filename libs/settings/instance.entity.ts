import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export const MAX_RETENTION_DAYS = 365;

/** The single row with the founding and the settings of this instance. */
@Entity()
export class Instance extends Row {
  @Column('boolean', { default: true, unique: true })
  isOnly!: boolean;

  @Column('timestamptz')
  foundedAt!: Date;

  /** When the founding was closed, so that people can apply. Set once and never reset. */
  @Column('timestamptz', { nullable: true })
  foundingClosedAt!: Date | null;

  /**
   * When ten members were past probation for the first time, so that applications need vouches. Set once and never
   * reset.
   */
  @Column('timestamptz', { nullable: true })
  vouchesSince!: Date | null;

  /** Number of vouches that an application needs once ten members are past probation. */
  @Column('integer', { default: 2 })
  vouchesNeeded!: number;

  /** Maximum retention of channels, in days. */
  @Column('integer', { default: MAX_RETENTION_DAYS })
  longestRetentionDays!: number;

  /** The name of the operator, shown on public pages; null until administrators set it. */
  @Column('text', { nullable: true })
  operatorName!: string | null;

  /** The contact of the operator: a mail or https address. Null if and only if `operatorName` is null. */
  @Column('text', { nullable: true })
  operatorContact!: string | null;

  /** When an administrator paused asking for support; null while it is not paused. */
  @Column('timestamptz', { nullable: true })
  supportPausedAt!: Date | null;

  /** Whether people without an account can ask for support. An administrator allows it. */
  @Column('boolean', { default: false })
  askWithoutAccount!: boolean;

  /** When requests for support are answered, as the support library stores it; null for its default. */
  @Column('jsonb', { nullable: true })
  workingHours!: object | null;

  /** How many requests and cases a supporter may have, as the support library stores it; null for its default. */
  @Column('jsonb', { nullable: true })
  caseLimits!: object | null;

  /** The address of which the links of calls are made, with `*` for their random part; null if there is none. */
  @Column('text', { nullable: true })
  callLinkTemplate!: string | null;

  /** The address that quick exit opens; null for the neutral page. */
  @Column('text', { nullable: true })
  exitAddress!: string | null;
}
