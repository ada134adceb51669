import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { createActionEnum } from '#access/action-enum.js';
import { MembershipRole } from '#members/membership.entity.js';
import { Group } from '../group.entity.js';

export const MembershipAction = createActionEnum('Membership');

/** A member as other members of the group see them. The id is that of the membership. */
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

  /** Whether the other members see this member in the list. */
  @Field(() => Boolean)
  isListed!: boolean;

  /** Whether the member uses a persona in this group. */
  @Field(() => Boolean)
  isPersona!: boolean;

  /** Whether the viewer uses a persona here; null for other members. */
  @Field(() => Boolean, { nullable: true })
  hasPersona!: boolean | null;

  /** The profile, if the viewer may open it; null for a persona. */
  @Field(() => ID, { nullable: true })
  personId!: string | null;

  /** Colour, picture and text of the persona. Null without a persona, because the profile has its own. */
  @Field(() => String, { nullable: true })
  colour!: string | null;

  @Field(() => String, { nullable: true, description: 'GET /files/persona/<it>/96 or /256' })
  avatar!: string | null;

  @Field(() => String, { nullable: true })
  pronouns!: string | null;

  @Field(() => String, { nullable: true })
  about!: string | null;

  practiceIds!: readonly string[];

  /** Whether this is the viewer's own membership as others see it. A preview allows no actions. */
  isPreview!: boolean;
}

/** A removed member, under their name in the group. */
@ObjectType()
export class RemovedMember {
  /** The id of the membership. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => GraphQLISODateTime)
  removedAt!: Date;
}

/** A group whose stewards offer the viewer the stewardship. The id is that of the membership. */
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
