import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

/** A note in a matter: the viewer's or a colleague's, not whose. */
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
