import { Field, Int, ObjectType } from '@nestjs/graphql';

/** The viewer's private note about an ally. */
@ObjectType()
export class AllyNoteText {
  @Field(() => String)
  text!: string;

  /** A change must send it back, so that an outdated one is refused; 0 without a note. */
  @Field(() => Int)
  version!: number;
}
