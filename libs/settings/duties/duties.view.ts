import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** One duty of a holder. */
@ObjectType()
export class HeldDuty {
  @Field(() => ID)
  id!: string;

  @Field(() => DutyName)
  name!: DutyName;

  /** Whether the viewer may request to take this duty away from its holder. */
  @Field(() => Boolean)
  canTake!: boolean;
}

/** A duty holder as administrators see them: under an agreed name, without any other personal data. */
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

  /** Whether the holder has set up the account. */
  @Field(() => Boolean)
  isTaken!: boolean;

  @Field(() => [HeldDuty])
  duties!: HeldDuty[];
}

/** One of the viewer's own duties. */
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

/** A new code, shown only once. */
@ObjectType()
export class MadeDutyCode {
  @Field(() => String)
  code!: string;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}
