import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateNested } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText, SingleLineText } from '#kernel/text.decorators.js';

/** A text that this instance has written in each of its languages. */
@ObjectType('InLanguages')
export class LocalizedTextView {
  @Field(() => String)
  es!: string;

  @Field(() => String)
  pt!: string;

  @Field(() => String)
  en!: string;
}

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

/** Fields of every item of a list change. */
@InputType({ isAbstract: true })
export abstract class ListItemInput {
  /** The key of an existing item; omitted for a new one. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  key?: string | null;
}

/** Fields of every text template in a list change. */
@InputType({ isAbstract: true })
export abstract class TemplateInput extends ListItemInput {
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
export abstract class ListChangeInput {
  /** Hash of the list as the requester read it. If the list has changed, the mutation fails with CONFLICT. */
  @Field(() => String)
  @SingleLineText(64)
  readAs!: string;

  /** The reason, for the administrator who approves the change. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

/** The key that must be unique. An item without a key is new and always unique. */
export function keyOfItem(item: { readonly key?: string | null } | null): unknown {
  return item?.key ?? item;
}
