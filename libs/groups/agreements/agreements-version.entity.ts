import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** How long members can consent to a new version before they can only read, unless the steward chooses otherwise. */
export const DEFAULT_GRACE_DAYS = 14;

/** A version of a group's agreements. Its creation is its publication. */
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

  /**
   * From when on members who have not consented can only read. Null if nobody has to consent: the first version of a new
   * group, and every version once the group has no agreements.
   */
  @Column('timestamptz', { nullable: true })
  graceEndsAt!: Date | null;
}
