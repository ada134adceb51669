import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText, NameText } from '#kernel/text.decorators.js';

/** Maximum length of the text to which a requester agrees. */
const MAX_HELPER_TEXT_LENGTH = 1_000;
/** Maximum number of days for which a consent holds. */
const MAX_CONSENT_DAYS = 90;

@InputType()
export class AskHelperInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}

@InputType()
export class CaseHelperInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The id of the entry in `caseHelpers` or `caseConsents`. */
  @Field(() => ID)
  @IsString()
  helperId!: string;
}

@InputType()
export class DescribeHelpInput extends CaseHelperInput {
  /** The text that the helper reads. */
  @Field(() => String)
  @MultiLineText(MAX_HELPER_TEXT_LENGTH)
  text!: string;

  /** For how many days from now the consent holds. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_CONSENT_DAYS)
  days!: number;
}

@InputType()
export class ShareCaseInput extends CaseHelperInput {
  /** The reason, for the supporter who approves. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class GiveConsentInput extends CaseHelperInput {
  /** The hash of the text, the name and the day that were read. A consent with another hash is refused. */
  @Field(() => String)
  @IsString()
  hash!: string;
}

@InputType()
export class AgreeToHelpInput {
  /** The id of the support request. */
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The name under which the people of the case know the viewer. */
  @Field(() => String)
  @NameText(60)
  name!: string;
}
