import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export enum MembershipRole {
  member = 'member',
  steward = 'steward',
}
registerEnumType(MembershipRole, { name: 'MembershipRole' });

/** A member inside a group: the id that others of the group see. Ended ones stay, so that old messages keep an author. */
@Entity()
export class Membership extends Row {
  @Column('uuid')
  accountId!: string;

  /** A group stands in a higher library, so this is an id without a relation. */
  @Column('uuid')
  groupId!: string;

  @Column('text', { default: MembershipRole.member })
  role!: MembershipRole;

  /** When they became a steward, or a plain member again; null where the role is the first. */
  @Column('timestamptz', { nullable: true })
  roleChangedAt!: Date | null;

  /** Until when they may accept to become a steward; null without an offer. */
  @Column('timestamptz', { nullable: true })
  stewardOfferEndsAt!: Date | null;

  /** Another name in this group only; null: the name of the profile. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  /** What is said under that name, seen inside the group alone; empty without it. */
  @Column('text', { default: '' })
  personaColour!: string;

  @Column('text', { default: '' })
  personaPronouns!: string;

  @Column('text', { default: '' })
  personaAbout!: string;

  @Column('text', { array: true, default: '{}' })
  personaPractices!: string[];

  /** The name of the file of a picture that is shown under that name; nothing: initials. */
  @Column('text', { default: '' })
  personaPicture!: string;

  /** From when on the name is used, so that what is said under it is known. */
  @Column('timestamptz', { nullable: true })
  personaSince!: Date | null;

  @Column('timestamptz')
  joinedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Since when a steward keeps them out; null while none does. */
  @Column('timestamptz', { nullable: true })
  barredAt!: Date | null;
}
