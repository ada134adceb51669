import { Field, ObjectType } from '@nestjs/graphql';
import type { ShownFact } from './two-person-kinds.js';

/** One line of what is asked for: a label of its kind, and a word that the web app knows or a text. */
@ObjectType()
export class TwoPersonFact implements ShownFact {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  value!: string;
}
