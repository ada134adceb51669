import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';

/** The current version of a group's agreements. */
@ObjectType()
export class Agreements {
  @Field(() => Int)
  version!: number;

  /** Empty if the group has no agreements. */
  @Field(() => String)
  text!: string;

  /** Null if the group never had agreements, or had this text before they had versions. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  publishedAt!: Date | null;
}

/** The changes since the version that the viewer consented to. */
@ObjectType()
export class AgreementsChange {
  /** The text that the viewer consented to. */
  @Field(() => String)
  consentedText!: string;

  /** The summaries of the versions since then, newest first. */
  @Field(() => [String])
  summaries!: string[];

  /** From when on the viewer can only read, until they consent. */
  @Field(() => GraphQLISODateTime)
  graceEndsAt!: Date;

  @Field(() => Boolean)
  isReadOnly!: boolean;
}
