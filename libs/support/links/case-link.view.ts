import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A link of a case, for both of its sides. */
@ObjectType('CaseLink')
export class CaseLinkView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  /** The address as browsers write it, with the host in punycode. */
  @Field(() => String)
  url!: string;

  /** The name in the case of the person who added it; empty for a requester who chose none. */
  @Field(() => String)
  authorName!: string;

  /** Whether a supporter added it, or a former one. */
  @Field(() => Boolean)
  isBySupporter!: boolean;

  /** Whether the present requester added it. A case can change hands. */
  @Field(() => Boolean)
  isByRequester!: boolean;

  /** Whether the viewer added it. */
  @Field(() => Boolean)
  isOwn!: boolean;
}
