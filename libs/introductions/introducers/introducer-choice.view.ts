import { Field, ID, ObjectType } from '@nestjs/graphql';

/** Somebody through whom the viewer may ask. Whether they know the other person is not said. */
@ObjectType()
export class IntroducerChoice {
  /** Names them in an ask, and nothing else. */
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** The shared group that they hold; null: an ally. */
  @Field(() => String, { nullable: true })
  groupName!: string | null;

  /** They hold a group in which the viewer sees both themself and the other. */
  @Field()
  isOfSharedGroup!: boolean;
}
