import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '#kernel/pagination.js';
import { PersonCard } from '../persons/person.view.js';

@ObjectType()
export class PersonPage implements Page<PersonCard> {
  @Field(() => [PersonCard])
  items!: PersonCard[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;

  /** Whether the page lacks people because the viewer reached the daily limit. */
  @Field(() => Boolean)
  isWithheld!: boolean;
}
