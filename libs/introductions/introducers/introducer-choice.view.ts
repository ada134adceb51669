import { Field, ID, ObjectType } from '@nestjs/graphql';

/**
 * A member whom the viewer may ask to pass on a request. It does not disclose whether this member knows the recipient.
 */
@ObjectType()
export class IntroducerChoice {
  /** Identifies the introducer in a request only. */
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** The shared group of which the introducer is steward; null for an ally. */
  @Field(() => String, { nullable: true })
  groupName!: string | null;

  /** Whether the viewer sees the other member in a group of this steward. */
  @Field()
  isOfSharedGroup!: boolean;
}
