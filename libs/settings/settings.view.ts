import { Field, Int, ObjectType } from '@nestjs/graphql';

/** Who runs this instance, as strangers read it. */
@ObjectType()
export class Operator {
  @Field(() => String)
  name!: string;

  /** A mail address, or one that begins with `https://`. */
  @Field(() => String)
  contact!: string;
}

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

  /** Null until administrators say who it is. */
  @Field(() => Operator, { nullable: true })
  operator!: Operator | null;

  /** Where quick exit leads; null for the neutral page of the product. */
  @Field(() => String, { nullable: true })
  exitAddress!: string | null;
}
