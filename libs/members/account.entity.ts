import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { Language } from '#kernel/language.js';

export enum Standing {
  applicant = 'applicant',
  member = 'member',
  suspended = 'suspended',
  locked = 'locked',
  former = 'former',
  staff = 'staff',
  /** Asked for support without an account; a recovery phrase opens its one case and nothing else. */
  guest = 'guest',
}
registerEnumType(Standing, { name: 'Standing' });

registerEnumType(Language, { name: 'Language' });

/** The sign-in identity. Only its owner reads it; others see a profile or a membership. */
@Entity()
@ObjectType()
export class Account extends Row {
  @Field(() => String, { nullable: true })
  @Column('citext', { nullable: true, unique: true })
  email!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  emailConfirmedAt!: Date | null;

  @Column('text', { nullable: true, select: false })
  passwordHash!: string | null;

  /** SHA-256 of the recovery phrase, with which an applicant without a mail address signs in again. */
  @Column('bytea', { nullable: true, select: false, unique: true })
  returnWordsHash!: Buffer | null;

  /**
   * A version number of the credentials. A trigger increments it whenever the password or the recovery phrase changes.
   */
  @Column('integer', { default: 0 })
  credentialVersion!: number;

  @Field(() => Language)
  @Column('text', { default: 'es' })
  language!: Language;

  @Field(() => Standing)
  @Column('text')
  standing!: Standing;

  @Column('timestamptz', { nullable: true })
  memberSince!: Date | null;

  /** When the probation of a new member ends; null for founders and staff. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  probationEndsAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  suspendedUntil!: Date | null;

  /** Maximum length of sessions in days, if the person chose a shorter one than the default; null for the default. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  sessionDays!: number | null;

  @Column('boolean', { default: false })
  isFounder!: boolean;

  /** The first day of the month in which the account was last used; nothing finer is stored. */
  @Column('date', { default: () => `date_trunc('month', now() at time zone 'UTC')::date` })
  activeMonth!: string;

  /** When the owner was last warned of inactivity. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  idleToldAt!: Date | null;

  /** Since when a member is former because of inactivity alone; such a member can come back. */
  @Column('timestamptz', { nullable: true })
  idleSince!: Date | null;

  /**
   * The standing of the account before moderation removed it; null for all other accounts. A removed account is former,
   * and can sign in while it can appeal.
   */
  @Column('text', { nullable: true })
  removedFrom!: Standing | null;

  /** When the owner was notified of the end of probation. */
  @Column('timestamptz', { nullable: true })
  probationToldAt!: Date | null;

  /** When the account will be deleted at its owner's request; the request can be undone until then. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  deletionDueAt!: Date | null;
}
