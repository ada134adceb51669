import { Field, Int, ObjectType } from '@nestjs/graphql';

/** The operator shown on public pages. */
@ObjectType()
export class Operator {
  @Field(() => String)
  name!: string;

  /** The contact of the operator: a mail address, or an address that begins with `https://`. */
  @Field(() => String)
  contact!: string;
}

/** The settings of this instance. */
@ObjectType()
export class Settings {
  /** Number of vouches that an application needs once ten members are past probation. */
  @Field(() => Int)
  vouchesNeeded!: number;

  /** Whether too few members are past probation, so that applications need no vouches yet. */
  @Field(() => Boolean)
  isFoundingRule!: boolean;

  /** Maximum retention of channels, in days. */
  @Field(() => Int)
  longestRetentionDays!: number;

  /** The operator shown on public pages; null until administrators set one. */
  @Field(() => Operator, { nullable: true })
  operator!: Operator | null;

  /** The address that quick exit opens; null for the neutral page. */
  @Field(() => String, { nullable: true })
  exitAddress!: string | null;
}
