import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/** Somebody whose membership of a group ended in the last 30 days, for its stewards. */
@ObjectType()
export class FormerMember {
  /** The id of the membership that ended. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  /** The day on which the membership ended; in a coalition the first day of its month. */
  @Field(() => GraphQLISODateTime)
  endedAt!: Date;
}

/** How much a former member could read in one channel, as far as it can be counted. */
@ObjectType()
export class ExposedChannel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  /** Whether members read the channel from its start, instead of from when they joined. */
  @Field(() => Boolean)
  isFromStart!: boolean;

  /** Messages that still exist; 1,001 are more than 1,000. Files and links are those of these messages. */
  @Field(() => Int)
  messageCount!: number;

  @Field(() => Int)
  fileCount!: number;

  /** Messages with a web address, which may lead to meetings and shared folders. */
  @Field(() => Int)
  linkCount!: number;
}

/**
 * The channels and files that a former member could read, computed from their rights, as far as it can be counted: without what expired or was
 * deleted since, and without what they read under an earlier name, which would tell who that was. It tells nothing about
 * what they read, and is not stored.
 */
@ObjectType()
export class Exposure {
  /** The id of the membership that ended. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  /** The first day of the month in which the membership began. The exact time could link two names of one person. */
  @Field(() => GraphQLISODateTime)
  joinedAt!: Date;

  /**
   * The day on which the membership ended; in a coalition the first day of its month. Everything until the end of that
   * day or month counts as readable.
   */
  @Field(() => GraphQLISODateTime)
  endedAt!: Date;

  /** The day on which stewards can read this no more; in a coalition the first day of a month in which it ends. */
  @Field(() => GraphQLISODateTime)
  readableUntil!: Date;

  @Field(() => [ExposedChannel])
  channels!: ExposedChannel[];

  /** Whether they could see the list of the people of the group. */
  @Field(() => Boolean)
  includesMemberList!: boolean;
}
