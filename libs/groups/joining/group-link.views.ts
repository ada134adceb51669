import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Group } from '../group.entity.js';
import { GroupLink } from './group-link.entity.js';

@ObjectType()
export class MadeGroupLink {
  @Field(() => GroupLink)
  link!: GroupLink;

  /** Shown this one time; only its hash is kept. */
  @Field(() => String)
  token!: string;
}

/** A group as whoever holds a link to it sees it before they use it. */
@ObjectType()
export class LinkedGroup implements Pick<
  Group,
  'name' | 'purpose' | 'question' | 'agreements' | 'isListed'
> {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  question!: string;

  @Field(() => String)
  agreements!: string;

  /** Whether the link lets its holder in at once; into a hidden group it lets them ask. */
  @Field(() => Boolean)
  isListed!: boolean;

  /** Its name in addresses, where the viewer is in it already. */
  @Field(() => String, { nullable: true })
  slug!: string | null;

  /** The request that the viewer made with it and that waits. */
  @Field(() => ID, { nullable: true })
  joinRequestId!: string | null;
}

/** What a used link brought about. */
@ObjectType()
export class UsedGroupLink {
  /** The group's name in addresses, once the viewer is in it. */
  @Field(() => String, { nullable: true })
  slug!: string | null;

  /** The request to join that a steward decides. */
  @Field(() => ID, { nullable: true })
  joinRequestId!: string | null;
}
