import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** One account of the founding: its duties, and whether a founder has set it up. It does not disclose who set it up. */
@ObjectType()
export class FoundingSeat {
  @Field(() => [DutyName])
  duties!: readonly DutyName[];

  @Field(() => Boolean)
  isTaken!: boolean;
}

/** The progress of the founding. */
@ObjectType()
export class Founding {
  @Field(() => GraphQLISODateTime)
  foundedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => [FoundingSeat])
  seats!: readonly FoundingSeat[];

  /** Whether the founding is open and enough vetters have set up their accounts. */
  @Field(() => Boolean)
  canClose!: boolean;

  @Field(() => Boolean)
  areApplicationsOpen!: boolean;
}
