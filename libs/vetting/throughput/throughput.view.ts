import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ThroughputWeek {
  /** Its Monday, `2026-11-23`. */
  @Field(() => String)
  monday!: string;

  @Field(() => Int)
  received!: number;

  @Field(() => Int)
  decided!: number;
}

@ObjectType()
export class AgeCount {
  /** Waiting for less than so many hours, and not less than the one before; null for the rest. */
  @Field(() => Int, { nullable: true })
  upToHours!: number | null;

  @Field(() => Int)
  count!: number;
}

/** How many decisions counted a review of the viewer, and of one who vets on average. Nobody else's. */
@ObjectType()
export class ReviewLoad {
  @Field(() => Int)
  own!: number;

  @Field(() => Float)
  average!: number;
}

/** How the vetting moves, over twelve weeks, without what is closed to the viewer. */
@ObjectType()
export class Throughput {
  /** Oldest first. */
  @Field(() => [ThroughputWeek])
  weeks!: ThroughputWeek[];

  /** From the sending to the decision; null while nothing was decided. */
  @Field(() => Int, { nullable: true })
  medianHours!: number | null;

  @Field(() => Int, { nullable: true })
  p90Hours!: number | null;

  /** What waits for people who vet, appeals too, by how long. */
  @Field(() => [AgeCount])
  ages!: AgeCount[];

  /** What waits for an applicant. */
  @Field(() => Int)
  asked!: number;

  /** Null for whoever does not vet. */
  @Field(() => ReviewLoad, { nullable: true })
  load!: ReviewLoad | null;
}
