import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'How somebody looks to the viewer, under the id that was asked for.' })
export class Face {
  @Field(() => ID, { description: 'Of a profile or of a membership.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The profile, for those who may see it; never under a persona.',
  })
  personId!: string | null;

  @Field(() => String, { nullable: true, description: 'GET /files/avatar/<it>/96 or /256' })
  avatar!: string | null;

  @Field(() => String, { nullable: true, description: 'GET /files/persona/<it>/96 or /256' })
  personaPicture!: string | null;

  @Field(() => String, { nullable: true })
  colour!: string | null;
}
