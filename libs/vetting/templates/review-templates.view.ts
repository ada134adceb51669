import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalizedTextView } from '#settings/lists/localized-text.view.js';
import { TemplatePurpose } from './reason-template.entity.js';
import { ReasonClass } from '../reviews/review.entity.js';

@ObjectType('ChecklistItem')
export class ChecklistItemView {
  /** The key by which reviews refer to the item. */
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedTextView)
  labels!: LocalizedTextView;
}

/** A text that a reviewer can start from. */
@ObjectType('ReasonTemplate')
export class ReasonTemplateView {
  @Field(() => ID)
  id!: string;

  @Field(() => TemplatePurpose)
  purpose!: TemplatePurpose;

  /** The reason class that a template for a decline is about; null for other templates. */
  @Field(() => ReasonClass, { nullable: true })
  reasonClass!: ReasonClass | null;

  @Field(() => LocalizedTextView)
  titles!: LocalizedTextView;

  @Field(() => LocalizedTextView)
  bodies!: LocalizedTextView;
}

/** This instance's checklist and review templates, both in order. */
@ObjectType('DeskWords')
export class ReviewTemplatesView {
  @Field(() => [ChecklistItemView])
  checklist!: ChecklistItemView[];

  /** Retired items, to which older reviews may refer. */
  @Field(() => [ChecklistItemView])
  retired!: ChecklistItemView[];

  @Field(() => [ReasonTemplateView])
  templates!: ReasonTemplateView[];

  /** Hash of the checklist. A change request must send it back. */
  @Field(() => String)
  checklistReadAs!: string;

  @Field(() => String)
  templatesReadAs!: string;
}
