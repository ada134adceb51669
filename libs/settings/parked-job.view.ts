import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/** Work that failed for good and waits to be tried again. Says nothing of what it was about. */
@ObjectType()
export class ParkedJob {
  @Field(() => ID)
  id!: string;

  /** The handler or job. */
  @Field(() => String)
  task!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => GraphQLISODateTime)
  failedAt!: Date;
}
