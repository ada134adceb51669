import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

/** The answer with which a supporter accepted the request of a thread, or which they gave after the call. */
@ObjectType('SupportAnswer')
export class ThreadAnswer {
  /** The work name that the supporter had then. */
  @Field(() => String)
  workName!: string;

  @Field(() => String)
  words!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}
