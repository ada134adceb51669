import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/**
 * A vouch as its writer finds it again: when it was given and taken back, and no word of it. The words go with the file
 * of the applicant, and must not tell the writer when that is.
 */
@ObjectType()
export class GivenVouch {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  withdrawnAt!: Date | null;
}

@ObjectType()
export class VouchPage {
  @Field(() => [GivenVouch])
  items!: GivenVouch[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** How many vouches one may still give. */
@ObjectType()
export class VouchQuota {
  @Field(() => Int)
  leftNow!: number;

  @Field(() => Int)
  leftInAll!: number;
}
