import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { DAY } from '#kernel/clock.js';
import { Row } from '#database/row.js';
import { GroupKind } from '#members/membership.entity.js';

export enum GroupAccess {
  open = 'open',
  request = 'request',
  invitation = 'invitation',
}
registerEnumType(GroupAccess, { name: 'GroupAccess' });

/** The audience of a group's member list. Every member sees themself and the stewards, whatever its value. */
export enum MemberListAudience {
  members = 'members',
  stewards = 'stewards',
}
registerEnumType(MemberListAudience, { name: 'MemberListAudience' });
/** How long after archiving a group a steward can bring it back. */
export const GROUP_UNARCHIVE_PERIOD = 30 * DAY;
/** How long an archived group is kept before it is deleted. */
export const ARCHIVED_GROUP_RETENTION = 90 * DAY;

/** The highest number of join questions of a group. */
export const MAX_QUESTIONS = 5;

export const GroupAction = createActionEnum('Group');

/**
 * Members around an issue area or a purpose. Only its members and invited accounts can see a hidden group. A coalition
 * is a group whose participants are groups and organisations; the people of a participant can see a hidden one.
 */
@Entity('group')
@ObjectType()
export class Group extends Row {
  /** The name of the group in URLs; never changes. */
  @Field(() => String)
  @Column('citext', { unique: true })
  slug!: string;

  /** Never changes. */
  @Field(() => GroupKind)
  @Column('text', { default: GroupKind.group })
  kind!: GroupKind;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  purpose!: string;

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  issueAreas!: string[];

  /** The name of its file; null without one. A coalition has none. */
  @Field(() => String, { nullable: true, description: 'GET /files/group/<it>/96 or /256' })
  @Column('text', { nullable: true })
  picture!: string | null;

  /** Search terms: the folded words of name and purpose. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  @Field(() => Boolean)
  @Column('boolean')
  isListed!: boolean;

  @Field(() => GroupAccess)
  @Column('text')
  access!: GroupAccess;

  /** The questions that a join request must answer, in order; at most `MAX_QUESTIONS`, without repetition. */
  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  questions!: string[];

  @Column('text', { default: MemberListAudience.members })
  memberList!: MemberListAudience;

  /** Whether the member list was ever for stewards only: a member from that time may be unlisted. */
  @Column('boolean', { default: false })
  wasListClosed!: boolean;

  /** Since when the group is archived, and so read-only for all its members; null while it is active. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
