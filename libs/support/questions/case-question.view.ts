import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

/** A question to the requester before their request is answered, for the requester and the supporters. It names nobody. */
@ObjectType('SupportQuestion')
export class CaseQuestionView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  question!: string;

  @Field(() => GraphQLISODateTime)
  askedAt!: Date;

  /** Null until the requester answers. */
  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt!: Date | null;
}
