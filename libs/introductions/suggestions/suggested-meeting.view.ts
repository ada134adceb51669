import { Field, ObjectType } from '@nestjs/graphql';

/** What one of the two is shown of a suggestion, in the names of the group. */
@ObjectType()
export class SuggestedMeeting {
  /** The other's, as it stands in that group. */
  @Field()
  name!: string;

  @Field()
  groupName!: string;

  @Field()
  stewardName!: string;

  /** Whether the viewer said yes already. */
  @Field()
  hasAgreed!: boolean;

  /** The viewer has another name in that group, which the other would learn to put together. */
  @Field()
  isUnderPersona!: boolean;
}
