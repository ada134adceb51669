import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

export const MAX_DELEGATES = 5;

/**
 * A person who acts for a participant. The row counts only while the membership or affiliation for which the person was
 * named holds.
 */
@Entity()
@Unique(['participantId', 'accountId'])
export class Delegate extends Row {
  @Column('uuid')
  participantId!: string;

  @Column('uuid')
  accountId!: string;

  /** Exactly one of `membershipId` and `affiliationId` is set. */
  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  @Column('uuid', { nullable: true })
  affiliationId!: string | null;

  /** Whether this delegate is the participant's coalition steward. */
  @Column('boolean', { default: false })
  isSteward!: boolean;
}
