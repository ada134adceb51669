import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** One duty that somebody holds. */
@ObjectType()
export class HeldDuty {
  @Field(() => ID)
  id!: string;

  @Field(() => DutyName)
  name!: DutyName;

  /** Whether the viewer may ask for it to be taken. */
  @Field(() => Boolean)
  canTake!: boolean;
}

/** Somebody who holds duties, as administrators know them: by a name that they agreed on, and by nothing else. */
@ObjectType()
export class DutyHolder {
  @Field(() => String, { nullable: true })
  knownAs!: string | null;

  @Field(() => Boolean)
  isYou!: boolean;

  @Field(() => Boolean)
  isStaff!: boolean;

  @Field(() => Boolean)
  isFounder!: boolean;

  /** Whether somebody took the seat. */
  @Field(() => Boolean)
  isTaken!: boolean;

  @Field(() => [HeldDuty])
  duties!: HeldDuty[];
}

/** A duty of one's own. */
@ObjectType()
export class OwnDuty {
  @Field(() => ID)
  id!: string;

  @Field(() => DutyName)
  name!: DutyName;

  /** The name under which administrators know the holder. */
  @Field(() => String, { nullable: true })
  knownAs!: string | null;
}

/** A code, this once. */
@ObjectType()
export class MadeDutyCode {
  @Field(() => String)
  code!: string;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}
