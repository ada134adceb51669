import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A member whom the viewer may ask to pass on a request. It does not disclose whether they know the other member. */
@ObjectType()
export class IntroducerChoice {
  /** Identifies the introducer in a request only. */
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** The shared group of which they are steward; null for an ally. */
  @Field(() => String, { nullable: true })
  groupName!: string | null;

  /** Whether the viewer sees the other member in a group of this steward. */
  @Field()
  isOfSharedGroup!: boolean;
}
