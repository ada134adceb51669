import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { TemplatePurpose } from './reason-template.entity.js';
import { ReasonClass } from '../reviews/review.entity.js';

/** One line of text in each language. */
@InputType('LinesInput')
export class LocalizedLineInput {
  @Field(() => String)
  @SingleLineText(200)
  es!: string;

  @Field(() => String)
  @SingleLineText(200)
  pt!: string;

  @Field(() => String)
  @SingleLineText(200)
  en!: string;
}

/** A text of several lines in each language. */
@InputType('BodiesInput')
export class LocalizedParagraphsInput {
  @Field(() => String)
  @MultiLineText(2_000)
  es!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  pt!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  en!: string;
}

@InputType()
export class ChecklistItemInput {
  /** The key of an existing item; omitted for a new one. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  key?: string | null;

  @Field(() => LocalizedLineInput)
  @ValidateNested()
  @Type(() => LocalizedLineInput)
  labels!: LocalizedLineInput;
}

@InputType()
export class ReasonTemplateInput {
  /** The key of an existing template; omitted for a new one. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  key?: string | null;

  @Field(() => TemplatePurpose)
  @IsEnum(TemplatePurpose)
  purpose!: TemplatePurpose;

  /** The reason class that a template for a decline is about; omitted for other templates. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;

  @Field(() => LocalizedLineInput)
  @ValidateNested()
  @Type(() => LocalizedLineInput)
  titles!: LocalizedLineInput;

  @Field(() => LocalizedParagraphsInput)
  @ValidateNested()
  @Type(() => LocalizedParagraphsInput)
  bodies!: LocalizedParagraphsInput;
}

/** Fields of every list change besides the items. */
@InputType({ isAbstract: true })
abstract class ListChangeInput {
  /** Hash of the list as the requester read it. If the list has changed, the mutation fails with CONFLICT. */
  @Field(() => String)
  @SingleLineText(64)
  readAs!: string;

  /** The reason, for the administrator who approves the change. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@InputType()
export class ChecklistInput extends ListChangeInput {
  /** The complete new list, in order. */
  @Field(() => [ChecklistItemInput])
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique(keyOf)
  @ValidateNested({ each: true })
  @Type(() => ChecklistItemInput)
  items!: ChecklistItemInput[];
}

@InputType()
export class ReasonTemplatesInput extends ListChangeInput {
  /** The complete new list of templates, in order. */
  @Field(() => [ReasonTemplateInput])
  @IsArray()
  @ArrayMaxSize(24)
  @ArrayUnique(keyOf)
  @ValidateNested({ each: true })
  @Type(() => ReasonTemplateInput)
  items!: ReasonTemplateInput[];
}

/** The key that must be unique. An item without a key is new and always unique. */
function keyOf(item: { readonly key?: string | null } | null): unknown {
  return item?.key ?? item;
}
