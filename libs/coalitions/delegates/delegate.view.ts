import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A delegate, as the stewards or the spokesperson of the participant see them. */
@ObjectType('Delegate')
export class DelegateView {
  /** The id of the membership or affiliation. */
  @Field(() => ID)
  id!: string;

  /** The name in the group or organisation. */
  @Field(() => String)
  name!: string;

  /** Whether this delegate is the participant's coalition steward. */
  @Field(() => Boolean)
  isSteward!: boolean;

  @Field(() => Boolean)
  isMe!: boolean;
}
