import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** One place of the founding: which duties it gives, and whether somebody took it. Never who. */
@ObjectType()
export class FoundingSeat {
  @Field(() => [DutyName])
  duties!: readonly DutyName[];

  @Field(() => Boolean)
  isTaken!: boolean;
}

/** How far the founding is. */
@ObjectType()
export class Founding {
  @Field(() => GraphQLISODateTime)
  foundedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => [FoundingSeat])
  seats!: readonly FoundingSeat[];

  /** Whether enough people who vet have taken their seats, and it is still open. */
  @Field(() => Boolean)
  canClose!: boolean;

  @Field(() => Boolean)
  areApplicationsOpen!: boolean;
}
