import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/** A job that failed permanently and waits for an administrator. It discloses nothing about its content. */
@ObjectType()
export class ParkedJob {
  @Field(() => ID)
  id!: string;

  /** The name of the event handler or job that failed. */
  @Field(() => String)
  task!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => GraphQLISODateTime)
  failedAt!: Date;
}
