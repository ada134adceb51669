import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';

/** That somebody opened decoys as whoever collects people does: when it was found, and never who it was. */
@ObjectType()
export class DecoyAlarm {
  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Int, {
    description: 'The number of the audit entry, in which an auditor reads more.',
  })
  seq!: number;
}
