import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { actionEnum } from '#access/viewer-can.js';
import { MembershipRole } from '#members/membership.entity.js';
import { Group } from '../group.entity.js';

export const MembershipAction = actionEnum('Membership');

/** A member inside a group, as others of the group see them: the id is the membership's. */
@ObjectType()
export class GroupMember {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => MembershipRole)
  role!: MembershipRole;

  @Field(() => Boolean)
  isMe!: boolean;

  /** Whether the name is used in this group only: whoever reads it does not take it for that of a profile. */
  @Field(() => Boolean)
  isPersona!: boolean;

  /** The same of oneself; null of others. */
  @Field(() => Boolean, { nullable: true })
  hasPersona!: boolean | null;

  /** The profile, for those who may see it; never under a persona. */
  @Field(() => ID, { nullable: true })
  personId!: string | null;

  /** Of a persona: what it says inside the group. Else nothing: there is the profile for that. */
  @Field(() => String, { nullable: true })
  colour!: string | null;

  @Field(() => String, { nullable: true, description: 'GET /files/persona/<it>/96 or /256' })
  avatar!: string | null;

  @Field(() => String, { nullable: true })
  pronouns!: string | null;

  @Field(() => String, { nullable: true })
  about!: string | null;

  practiceIds!: readonly string[];

  /** Whether somebody looks at themself with another's eyes: then there is nothing to do here. */
  isPreview!: boolean;
}

/** Somebody who was removed, under the name that the group knew. */
@ObjectType()
export class RemovedMember {
  /** The membership's. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => GraphQLISODateTime)
  removedAt!: Date;
}

/** A group that a member is asked to hold, by the id of their membership. */
@ObjectType()
export class StewardshipOffer {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class GroupMemberPage {
  @Field(() => [GroupMember])
  items!: GroupMember[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

@ObjectType()
export class GroupPage {
  @Field(() => [Group])
  items!: Group[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
