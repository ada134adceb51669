import { Column, Entity, Unique } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export const CoalitionGrantAction = createActionEnum('CoalitionGrant');

/**
 * Lets one person of a participant take part in the coalition. The grant is tied to the membership or affiliation for
 * which it was given: a change between profile and persona in the source group ends it, because it would link the two.
 */
@Entity()
@Unique(['participantId', 'accountId'])
export class CoalitionGrant extends Row {
  @Column('uuid')
  participantId!: string;

  @Column('uuid')
  accountId!: string;

  /** Exactly one of `membershipId` and `affiliationId` is set. */
  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  @Column('uuid', { nullable: true })
  affiliationId!: string | null;

  /** When the person accepted; null before, and after they left. Only the person learns it. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** When the person declined; null before, and after they took it back. Only the person learns it. */
  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  /**
   * The entry in which the person shows that they come through this participant; null if they do not. A change between
   * profile and persona starts another entry, which does not show it: that would link the two names.
   */
  @Column('uuid', { nullable: true })
  shownInId!: string | null;
}
