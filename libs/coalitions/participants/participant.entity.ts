import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';

export const ParticipantAction = createActionEnum('Participant');

/** The highest number of participants of a coalition. */
export const MAX_PARTICIPANTS = 100;
/** How long a coalition goes on with fewer than two participants. The date at which one left is kept as long. */
export const SMALL_COALITION_PERIOD = 30 * DAY;
/** A participant can change between its own name and a chosen one so many times in 30 days. */
export const MAX_KIND_CHANGES = 5;
export const KIND_CHANGES_PERIOD = 30 * DAY;

/**
 * A group or an organisation in a coalition. Its id is of the coalition alone, and changes whenever the name changes
 * between the own and a chosen one: an id that was seen with a link to a page is never seen with a chosen name.
 */
@Entity()
export class Participant extends Row {
  /** Stays when the id changes. No response contains it. */
  @Column('uuid')
  partyKey!: string;

  @Column('uuid')
  coalitionId!: string;

  /** Exactly one of `groupId` and `organisationId` is set; neither after the participant left. */
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** The name chosen for this coalition; null for the own name and a link to the page. */
  @Column('text', { nullable: true })
  shownName!: string | null;

  /** When the own name and a chosen one replaced each other, in the last 30 days. No response contains it. */
  @Column('timestamptz', { array: true, default: '{}' })
  kindChangedAt!: Date[];

  @Column('timestamptz')
  joinedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
