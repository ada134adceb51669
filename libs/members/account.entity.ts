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
}
registerEnumType(Standing, { name: 'Standing' });

registerEnumType(Language, { name: 'Language' });

/** The sign-in identity. Only its owner ever reads it; others meet a profile or a membership. */
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

  /** SHA-256 of the twelve words of the receipt, the way back of an applicant without an address. */
  @Column('bytea', { nullable: true, select: false, unique: true })
  returnWordsHash!: Buffer | null;

  /** Counted up by a trigger whenever the password or the words change. */
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

  /** Until then a new member has narrower rights; null for founders and staff. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  probationEndsAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  suspendedUntil!: Date | null;

  /** Sessions end after this many days, where the person chose fewer than the rule gives; null: the rule. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  sessionDays!: number | null;

  @Column('boolean', { default: false })
  isFounder!: boolean;

  /** The first day of the month in which it was last used; nothing finer is kept. */
  @Column('date', { default: () => `date_trunc('month', now() at time zone 'UTC')::date` })
  activeMonth!: string;

  /** When its owner was last told that it is soon idle. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  idleToldAt!: Date | null;

  /** Since when a former member is one by idleness alone: such a one may come back. */
  @Column('timestamptz', { nullable: true })
  idleSince!: Date | null;

  /** What somebody was whom moderation removed for good: then a former member, heard for as long as they may appeal. */
  @Column('text', { nullable: true })
  removedFrom!: Standing | null;

  /** When its owner was told that probation is over. */
  @Column('timestamptz', { nullable: true })
  probationToldAt!: Date | null;

  /** Asked to be deleted: then everything of this account goes. Until then it can be undone. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  deletionDueAt!: Date | null;
}
