import { Field, ID, ObjectType } from '@nestjs/graphql';

/** The other member of an introduction. Fields that the viewer may not see are empty. */
@ObjectType()
export class IntroducedPerson {
  /** The profile, if the viewer may open it. */
  @Field(() => ID, { nullable: true })
  personId!: string | null;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'GET /files/avatar/<it>/96 or /256' })
  avatar!: string | null;

  @Field(() => [String])
  issueAreas!: string[];

  @Field(() => [String])
  practices!: string[];

  @Field(() => [String])
  territories!: string[];
}
