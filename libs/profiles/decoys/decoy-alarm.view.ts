import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';

/** An alarm that an account opened several decoys. It shows when this was detected, never which account. */
@ObjectType()
export class DecoyAlarm {
  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Int, {
    description: 'The number of the audit entry, in which an auditor reads more.',
  })
  seq!: number;
}
