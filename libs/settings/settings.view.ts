import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What this instance settled for itself. */
@ObjectType()
export class Settings {
  /** Vouches that an application needs once ten members are past probation. */
  @Field(() => Int)
  vouchesNeeded!: number;

  /** Whether so few members are past probation that no vouch is asked for yet. */
  @Field(() => Boolean)
  isFoundingRule!: boolean;

  /** Nothing that is said in a channel is kept for longer. */
  @Field(() => Int)
  longestRetentionDays!: number;
}
