import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class JoinAnswer {
  /** The wording of the question when it was asked; empty for a text without a question. */
  @Field(() => String)
  question!: string;

  @Field(() => String)
  answer!: string;
}
