import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What the viewer notes about an ally, for themself alone. */
@ObjectType()
export class AllyNoteText {
  @Field(() => String)
  text!: string;

  /** Named by a change, so that one to a stale text is refused; 0 before the first. */
  @Field(() => Int)
  version!: number;
}
