import { Field, ObjectType } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import type { TwoPersonRequestDetail, TwoPersonRequestText } from './two-person-act-kinds.js';

/** One text of a list item in one language. */
@ObjectType()
export class TwoPersonText implements TwoPersonRequestText {
  /** The field of the item: `titles`, `bodies` or `labels`. */
  @Field(() => String)
  part!: string;

  @Field(() => Language)
  language!: Language;

  /** Null for a new item. */
  @Field(() => String, { nullable: true })
  before!: string | null;

  /** Null for a removed item. */
  @Field(() => String, { nullable: true })
  after!: string | null;
}

/**
 * One line of a request: a label of its kind, and a value that is either text or a term that the web app translates.
 */
@ObjectType()
export class TwoPersonFact implements TwoPersonRequestDetail {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  value!: string;

  /** The texts of a list item, changed and unchanged; null for other facts. */
  @Field(() => [TwoPersonText], { nullable: true })
  texts?: TwoPersonText[];
}
