import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Supporter } from '../requests/supporter.entity.js';

/** A task of a case, for its supporters. */
@ObjectType('CaseTask')
export class CaseTaskView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  /** The supporter of the case who does it; null for nobody. */
  @Field(() => Supporter, { nullable: true })
  supporter!: Supporter | null;

  /** The day by which it should be done: `2026-12-25`. */
  @Field(() => String, { nullable: true })
  dueOn!: string | null;

  /** Hash of the stored text, person and day. A change sends it back, so that it does not overwrite another change. */
  @Field(() => String)
  readAs!: string;

  /** When it was marked as done; null while it is open. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  doneAt!: Date | null;
}
