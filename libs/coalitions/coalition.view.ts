import { Field, ObjectType } from '@nestjs/graphql';
import { Agreements } from '#groups/agreements/agreements.view.js';

/** A coalition as the holder of an invitation sees it, before the participant is in it. */
@ObjectType()
export class CoalitionPreview {
  /** The coalition's name in URLs, if the viewer may open its page. */
  @Field(() => String, { nullable: true })
  slug!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => Boolean)
  isListed!: boolean;

  @Field(() => Agreements)
  agreements!: Agreements;

  /** The names of the participants, in alphabetical order; empty for one without a name to show. */
  @Field(() => [String])
  participantNames!: string[];
}
