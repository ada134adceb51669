import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** How long members can consent to a new version before they can only read, unless the steward chooses otherwise. */
export const DEFAULT_GRACE_DAYS = 14;
/** Everybody has at least this long to read a version, also those who have not consented to an earlier one. */
export const MIN_GRACE_DAYS = 7;
/** Later versions postpone the deadline of a member at most until so long after the first that they did not accept. */
export const MAX_GRACE_DAYS = 60;

/** A version of a group's agreements. */
@Entity()
export class AgreementsVersion extends Row {
  @Column('uuid')
  groupId!: string;

  /** Counts up from 1 in each group. Version 1 of a group without agreements has no row. */
  @Column('int')
  number!: number;

  @Column('text')
  text!: string;

  /** The changes since the version before, in the words of the steward. */
  @Column('text', { default: '' })
  summary!: string;

  /** Null for a text that a group had before agreements had versions. */
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /**
   * The end of the grace that the steward chose; the deadline of each member is on their membership. Null if nobody has
   * to consent: the first version of a new group, and an empty text.
   */
  @Column('timestamptz', { nullable: true })
  graceEndsAt!: Date | null;
}
