import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Group } from '../group.entity.js';
import { GroupLink } from './group-link.entity.js';

@ObjectType('MadeGroupLink')
export class GroupLinkWithToken {
  @Field(() => GroupLink)
  link!: GroupLink;

  /** The secret of the link. Only this response contains it; the database stores its hash. */
  @Field(() => String)
  token!: string;
}

/** A group as the holder of an unused link sees it. */
@ObjectType('LinkedGroup')
export class GroupLinkPreview implements Pick<
  Group,
  'name' | 'purpose' | 'questions' | 'isListed'
> {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => [String])
  questions!: string[];

  /** Not sent: its agreements are read by it. */
  groupId!: string;

  /** Whether the link admits its holder at once. For a hidden group it only allows a join request. */
  @Field(() => Boolean)
  isListed!: boolean;

  /** The group's name in URLs, if the viewer is already a member. */
  @Field(() => String, { nullable: true })
  slug!: string | null;

  /** The viewer's waiting join request that this link created. */
  @Field(() => ID, { nullable: true })
  joinRequestId!: string | null;
}

/** The result of using a link. */
@ObjectType('UsedGroupLink')
export class GroupLinkResult {
  /** The group's name in URLs, if the viewer is now a member. */
  @Field(() => String, { nullable: true })
  slug!: string | null;

  /** The join request, if a steward must decide. */
  @Field(() => ID, { nullable: true })
  joinRequestId!: string | null;
}
