import { Field, ObjectType } from '@nestjs/graphql';

/** A suggestion as one of the two members sees it, with the names of the group. */
@ObjectType()
export class SuggestedMeeting {
  /** The other member's name in that group. */
  @Field()
  name!: string;

  @Field()
  groupName!: string;

  @Field()
  stewardName!: string;

  /** Whether the viewer has agreed. */
  @Field()
  hasAgreed!: boolean;

  /**
   * Whether the viewer uses a persona in that group. Agreeing would reveal to the other member that the persona is the
   * viewer's.
   */
  @Field()
  isUnderPersona!: boolean;
}
