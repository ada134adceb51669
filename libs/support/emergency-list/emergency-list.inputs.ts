import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText, SingleLineText } from '#kernel/text.decorators.js';
import { IsTerm, IsTerritory } from '#taxonomy/is-term.decorator.js';

const MAX_LINE_LENGTH = 120;
const MAX_LANGUAGES = 8;
const MAX_PHONE_LENGTH = 24;

/** One line of text. A blank text in Portuguese or English means that there is none in that language. */
@InputType()
export class EmergencyTextInput {
  @Field(() => String)
  @SingleLineText(MAX_LINE_LENGTH)
  es!: string;

  @Field(() => String)
  @SingleLineText(MAX_LINE_LENGTH, { canBeBlank: true })
  pt!: string;

  @Field(() => String)
  @SingleLineText(MAX_LINE_LENGTH, { canBeBlank: true })
  en!: string;
}

@InputType({ isAbstract: true })
export abstract class EmergencyLineFields {
  @Field(() => EmergencyTextInput)
  @ValidateNested()
  @Type(() => EmergencyTextInput)
  name!: EmergencyTextInput;

  @Field(() => EmergencyTextInput)
  @ValidateNested()
  @Type(() => EmergencyTextInput)
  purpose!: EmergencyTextInput;

  @Field(() => EmergencyTextInput)
  @ValidateNested()
  @Type(() => EmergencyTextInput)
  hours!: EmergencyTextInput;

  @Field(() => [String])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LANGUAGES)
  @IsTerm('language', { each: true })
  languages!: string[];

  /** A country or a shared territory; null for the whole region. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsTerritory(['country', 'shared'])
  territory?: string | null;

  /** An international number that begins with `+`, or a national number if the territory is a country. */
  @Field(() => String)
  @SingleLineText(MAX_PHONE_LENGTH)
  phone!: string;

  /** The reason, for the administrator who approves. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class AddEmergencyLineInput extends EmergencyLineFields {}

@InputType()
export class ChangeEmergencyLineInput extends EmergencyLineFields {
  @Field(() => ID)
  @IsString()
  lineId!: string;

  /** The version that the requester read. The request is refused with CONFLICT if the line has changed. */
  @Field(() => Int)
  @IsInt()
  version!: number;
}
