import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMinSize, ArrayUnique, IsIn, IsString } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { DutyName } from '#members/duty.entity.js';

const MAX_NAME = 60;
/**
 * The duties of members. A member can hold any combination of these duties. A staff account holds exactly one of
 * `OF_STAFF`.
 */
const OF_MEMBERS = [DutyName.vet, DutyName.moderate, DutyName.support];
const OF_STAFF = [DutyName.audit, DutyName.administer];

@InputType()
export class GrantDutiesInput {
  /** The code that the member created and gave to the administrator. */
  @Field(() => String)
  @SingleLineText(100)
  code!: string;

  @Field(() => [DutyName])
  @IsIn(OF_MEMBERS, { each: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  duties!: DutyName[];

  /** The name under which administrators will know the duty holder. */
  @Field(() => String)
  @SingleLineText(MAX_NAME)
  knownAs!: string;

  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class TakeDutyInput {
  @Field(() => ID)
  @IsString()
  dutyId!: string;

  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class MakeStaffInput {
  @Field(() => DutyName)
  @IsIn(OF_STAFF)
  duty!: DutyName.audit | DutyName.administer;

  @Field(() => String)
  @SingleLineText(MAX_NAME)
  knownAs!: string;

  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class KnownAsInput {
  @Field(() => String)
  @SingleLineText(MAX_NAME)
  knownAs!: string;
}
