import { Field, ObjectType } from '@nestjs/graphql';
import type { RequestDetail } from './two-person-kinds.js';

/** One line of a request: a label of its kind, and a value that is either text or known to the web app. */
@ObjectType()
export class TwoPersonFact implements RequestDetail {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  value!: string;
}
