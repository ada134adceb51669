import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

/** A conversation that the viewer archived, with enough data to recognise it and to bring it back. */
@ObjectType()
export class ConversationPutAway {
  @Field(() => ID)
  id!: string;

  /** The other person, if the viewer may still see their profile; otherwise null. */
  @Field(() => ID, { nullable: true })
  allyId!: string | null;

  /** The name of the other person if the viewer can still find that person elsewhere; otherwise blank. */
  @Field()
  name!: string;

  @Field(() => GraphQLISODateTime)
  putAwayAt!: Date;
}
