import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What the assigned moderator reads: what was forwarded, and why. Who reported it is nowhere. */
@ObjectType()
export class ReportFile {
  @Field()
  forwarded!: string;

  @Field()
  context!: string;

  @Field()
  note!: string;

  /** The name under which the reporter met them there. */
  @Field()
  knownAs!: string;

  /** Earlier suspensions of the reported member, of any time. */
  @Field(() => Int)
  earlierSuspensions!: number;
}
