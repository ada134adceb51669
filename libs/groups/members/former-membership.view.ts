import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { GroupKind } from '#members/membership.entity.js';

/** A membership of the viewer that ended. It contains nothing of the group from after its end. */
@ObjectType()
export class FormerMembership {
  /** The id of the membership. */
  @Field(() => ID)
  id!: string;

  @Field(() => GroupKind)
  kind!: GroupKind;

  /** The name of the group when the membership ended. */
  @Field(() => String)
  groupName!: string;

  /** The name of the viewer's persona in the group; null if they had the name of their profile. */
  @Field(() => String, { nullable: true })
  personaName!: string | null;

  @Field(() => GraphQLISODateTime)
  joinedAt!: Date;

  @Field(() => GraphQLISODateTime)
  endedAt!: Date;

  /** Until when the viewer may delete what they posted under this membership. */
  @Field(() => GraphQLISODateTime)
  deletableUntil!: Date;

  @Field(() => Boolean)
  hasDeletedMessages!: boolean;
}
