import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import {
  keyOfItem,
  ListChangeInput,
  ListItemInput,
  LocalizedLineInput,
  TemplateInput,
} from '#settings/lists/localized-text.view.js';
import { TemplatePurpose } from './reason-template.entity.js';
import { ReasonClass } from '../reviews/review.entity.js';

@InputType()
export class ChecklistItemInput extends ListItemInput {
  @Field(() => LocalizedLineInput)
  @ValidateNested()
  @Type(() => LocalizedLineInput)
  labels!: LocalizedLineInput;
}

@InputType()
export class ReasonTemplateInput extends TemplateInput {
  @Field(() => TemplatePurpose)
  @IsEnum(TemplatePurpose)
  purpose!: TemplatePurpose;

  /** The reason class that a template for a decline is about; omitted for other templates. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;
}

@InputType()
export class ChecklistInput extends ListChangeInput {
  /** The complete new list, in order. */
  @Field(() => [ChecklistItemInput])
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique(keyOfItem)
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
  @ArrayUnique(keyOfItem)
  @ValidateNested({ each: true })
  @Type(() => ReasonTemplateInput)
  items!: ReasonTemplateInput[];
}
