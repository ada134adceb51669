import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

/** A conversation that the viewer put away: enough to know which one it is, and to bring it back. */
@ObjectType()
export class ConversationPutAway {
  @Field(() => ID)
  id!: string;

  /** Of the other, as far as the viewer finds it elsewhere now. */
  @Field()
  name!: string;

  @Field(() => GraphQLISODateTime)
  putAwayAt!: Date;
}
