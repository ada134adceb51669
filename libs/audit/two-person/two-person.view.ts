import { Field, ObjectType } from '@nestjs/graphql';
import type { TwoPersonRequestDetail } from './two-person-act-kinds.js';

/**
 * One line of a request: a label of its kind, and a value that is either text or a term that the web app translates.
 */
@ObjectType()
export class TwoPersonFact implements TwoPersonRequestDetail {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  value!: string;
}
