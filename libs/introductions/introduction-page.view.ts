import { Field, ObjectType } from '@nestjs/graphql';
import { Introduction } from './introduction.entity.js';

@ObjectType()
export class IntroductionPage {
  @Field(() => [Introduction])
  items!: Introduction[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
