import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/**
 * A vouch in the voucher's own list: only its dates. The text is destroyed with the applicant's file, and showing it
 * would reveal when that happens.
 */
@ObjectType('GivenVouch')
export class OwnVouch {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  withdrawnAt!: Date | null;
}

@ObjectType()
export class VouchPage {
  @Field(() => [OwnVouch])
  items!: OwnVouch[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** How many more vouches the viewer may give. */
@ObjectType()
export class VouchQuota {
  @Field(() => Int)
  leftNow!: number;

  @Field(() => Int)
  leftInAll!: number;
}
