import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TemplatePurpose } from './reason-template.entity.js';
import { ReasonClass } from '../reviews/review.entity.js';

/** A text of the instance in each of its languages. */
@ObjectType('InLanguages')
export class InLanguagesView {
  @Field(() => String)
  es!: string;

  @Field(() => String)
  pt!: string;

  @Field(() => String)
  en!: string;
}

@ObjectType('ChecklistItem')
export class ChecklistItemView {
  /** How a review names it. */
  @Field(() => String)
  key!: string;

  @Field(() => InLanguagesView)
  labels!: InLanguagesView;
}

/** A text to begin with. */
@ObjectType('ReasonTemplate')
export class ReasonTemplateView {
  @Field(() => ID)
  id!: string;

  @Field(() => TemplatePurpose)
  purpose!: TemplatePurpose;

  /** With a decline: of which class it speaks. */
  @Field(() => ReasonClass, { nullable: true })
  reasonClass!: ReasonClass | null;

  @Field(() => InLanguagesView)
  titles!: InLanguagesView;

  @Field(() => InLanguagesView)
  bodies!: InLanguagesView;
}

/** What this instance gives its reviewers: what to look at, in order, and texts to begin with. */
@ObjectType('DeskWords')
export class DeskWordsView {
  @Field(() => [ChecklistItemView])
  checklist!: ChecklistItemView[];

  /** What was taken off the list: reviews of before may name it. */
  @Field(() => [ChecklistItemView])
  retired!: ChecklistItemView[];

  @Field(() => [ReasonTemplateView])
  templates!: ReasonTemplateView[];

  /** What whoever asks to change the list says that they read. */
  @Field(() => String)
  checklistReadAs!: string;

  @Field(() => String)
  templatesReadAs!: string;
}
