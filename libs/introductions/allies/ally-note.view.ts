import { Field, Int, ObjectType } from '@nestjs/graphql';

/** The viewer's private note about an ally. */
@ObjectType()
export class AllyNoteText {
  @Field(() => String)
  text!: string;

  /**
   * The version of the text; 0 without a note. A change must send it back, so that a change of an outdated text is
   * refused.
   */
  @Field(() => Int)
  version!: number;
}
