import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ThroughputWeek {
  /** The Monday on which the week starts, such as `2026-11-23`. */
  @Field(() => String)
  monday!: string;

  @Field(() => Int)
  received!: number;

  @Field(() => Int)
  decided!: number;
}

@ObjectType('AgeCount')
export class AgeGroupCount {
  /** Upper limit of the age group in hours (exclusive); null for the last group. */
  @Field(() => Int, { nullable: true })
  upToHours!: number | null;

  @Field(() => Int)
  count!: number;
}

/**
 * The number of decisions for which a review of the viewer counted, and the average of this number per reviewer. It
 * contains no numbers of other people.
 */
@ObjectType()
export class ReviewLoad {
  @Field(() => Int)
  own!: number;

  @Field(() => Float)
  average!: number;
}

/** Statistics of vetting over twelve weeks, without applications that the viewer may not see. */
@ObjectType()
export class Throughput {
  /** Twelve weeks, oldest first. */
  @Field(() => [ThroughputWeek])
  weeks!: ThroughputWeek[];

  /** Median of the hours from an application to its decision; null without decisions. */
  @Field(() => Int, { nullable: true })
  medianHours!: number | null;

  @Field(() => Int, { nullable: true })
  p90Hours!: number | null;

  /** Applications that wait for reviewers, appeals included, by age. */
  @Field(() => [AgeGroupCount])
  ages!: AgeGroupCount[];

  /** Number of applications that wait for the applicant. */
  @Field(() => Int)
  asked!: number;

  /** The review load of the viewer; null for a viewer who does not vet. */
  @Field(() => ReviewLoad, { nullable: true })
  load!: ReviewLoad | null;
}
