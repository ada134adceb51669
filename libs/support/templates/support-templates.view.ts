import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEnum, ValidateNested } from 'class-validator';
import {
  keyOfItem,
  ListChangeInput,
  LocalizedTextView,
  TemplateInput,
} from '#settings/lists/localized-text.view.js';
import { SupportTemplatePurpose } from './support-template.entity.js';

/** A text that a supporter can start from. */
@ObjectType('SupportTemplate')
export class SupportTemplateView {
  @Field(() => ID)
  id!: string;

  @Field(() => SupportTemplatePurpose)
  purpose!: SupportTemplatePurpose;

  @Field(() => LocalizedTextView)
  titles!: LocalizedTextView;

  @Field(() => LocalizedTextView)
  bodies!: LocalizedTextView;
}

/** The templates of this instance for supporters, in order. */
@ObjectType('SupportTemplates')
export class SupportTemplatesView {
  @Field(() => [SupportTemplateView])
  items!: SupportTemplateView[];

  /** Hash of the list. A change request must send it back. */
  @Field(() => String)
  readAs!: string;
}

@InputType()
export class SupportTemplateInput extends TemplateInput {
  @Field(() => SupportTemplatePurpose)
  @IsEnum(SupportTemplatePurpose)
  purpose!: SupportTemplatePurpose;
}

@InputType()
export class SupportTemplatesInput extends ListChangeInput {
  /** The complete new list of templates, in order. */
  @Field(() => [SupportTemplateInput])
  @IsArray()
  @ArrayMaxSize(24)
  @ArrayUnique(keyOfItem)
  @ValidateNested({ each: true })
  @Type(() => SupportTemplateInput)
  items!: SupportTemplateInput[];
}
