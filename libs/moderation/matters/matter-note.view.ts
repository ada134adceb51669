import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

/** A note in a matter. States whether the viewer wrote it, but not its author. */
@ObjectType('MatterNote')
export class MatterNoteView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  body!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Boolean)
  isMine!: boolean;
}
