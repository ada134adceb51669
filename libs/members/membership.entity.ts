import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';

export enum MembershipRole {
  member = 'member',
  /** Runs the channels, topics and pins of the group. */
  facilitator = 'facilitator',
  steward = 'steward',
}
registerEnumType(MembershipRole, { name: 'MembershipRole' });

export enum GroupKind {
  group = 'group',
  coalition = 'coalition',
}
registerEnumType(GroupKind, { name: 'GroupKind' });

/** How long a former member may delete what they posted, and stewards may read what the former member could read. */
export const FORMER_MEMBERSHIP_PERIOD = 30 * DAY;

/**
 * A member inside a group, with the id that others in the group see. Ended memberships stay, so that old messages keep
 * an author.
 */
@Entity()
export class Membership extends Row {
  @Column('uuid')
  accountId!: string;

  /** Groups belong to a higher library, so this id has no relation. */
  @Column('uuid')
  groupId!: string;

  /** A copy of the group's kind, which never changes. A membership of a coalition is the person's only entry there. */
  @Column('text', { default: GroupKind.group })
  groupKind!: GroupKind;

  @Column('text', { default: MembershipRole.member })
  role!: MembershipRole;

  /**
   * Whether the other members see this member in the list of the group. A trigger keeps it false while the list is for
   * stewards. Stewards are shown in any case.
   */
  @Column('boolean', { default: true })
  isListed!: boolean;

  /** When the role last changed; null while the member has their first role. */
  @Column('timestamptz', { nullable: true })
  roleChangedAt!: Date | null;

  /** The role before the last change; null while the member has their first role. */
  @Column('text', { nullable: true })
  previousRole!: MembershipRole | null;

  /** Until when the member may accept a stewardship offer; null without one. */
  @Column('timestamptz', { nullable: true })
  stewardOfferEndsAt!: Date | null;

  /** The persona name in this group; null for the name of the profile. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  /** The colour of the persona, visible only in the group; empty for the colour derived from the membership's id. */
  @Column('text', { default: '' })
  personaColour!: string;

  @Column('text', { default: '' })
  personaPronouns!: string;

  @Column('text', { default: '' })
  personaAbout!: string;

  @Column('text', { array: true, default: '{}' })
  personaPractices!: string[];

  /** The file name of the persona's picture; empty for initials. */
  @Column('text', { default: '' })
  personaPicture!: string;

  /** Since when the persona is used, which identifies the messages sent under it. */
  @Column('timestamptz', { nullable: true })
  personaSince!: Date | null;

  @Column('timestamptz')
  joinedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** The name of the group when the membership ended, for 30 days. A trigger sets it. */
  @Column('text', { nullable: true })
  groupName!: string | null;

  /**
   * The name that the member had in the group when the membership ended, for 30 days, and of a removed member until they
   * are readmitted. A trigger sets it.
   */
  @Column('text', { nullable: true })
  endedName!: string | null;

  /** When the former member deleted what they posted under this membership. */
  @Column('timestamptz', { nullable: true })
  messagesDeletedAt!: Date | null;

  /** Since when a steward bars the account from rejoining; null if not barred. */
  @Column('timestamptz', { nullable: true })
  barredAt!: Date | null;

  /** The newest version of the group's agreements that the member consented to. */
  @Column('int', { default: 1 })
  agreementsVersion!: number;

  /** When they consented to it; null if they became a member before agreements had versions. */
  @Column('timestamptz', { nullable: true })
  agreementsConsentedAt!: Date | null;

  /**
   * From when on the member can only read, unless they consent to the current version. Null if they have consented, or
   * were never asked. Has no effect while the group has no agreements.
   */
  @Column('timestamptz', { nullable: true })
  agreementsDueAt!: Date | null;
}

export const isSteward = ({ role }: Pick<Membership, 'role'>): boolean =>
  role === MembershipRole.steward;
