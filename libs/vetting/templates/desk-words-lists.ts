import type { ChecklistItem, InLanguages } from './checklist-item.entity.js';
import type { ReasonTemplate, TemplatePurpose } from './reason-template.entity.js';
import type { ReasonClass } from '../reviews/review.entity.js';

/** An item of the checklist as a request to change the list holds it. */
export interface ListedItem {
  readonly key: string;
  readonly labels: InLanguages;
  /** The item whose place this one takes, in other words. */
  readonly insteadOf?: string | null;
}

/** A text to begin with, in the same way. */
export interface ListedTemplate {
  readonly key: string;
  readonly purpose: TemplatePurpose;
  readonly reasonClass: ReasonClass | null;
  readonly titles: InLanguages;
  readonly bodies: InLanguages;
}

export const listedItem = ({ key, labels }: ChecklistItem): ListedItem => ({ key, labels });

export const listedTemplate = (row: ReasonTemplate): ListedTemplate => {
  const { id: key, purpose, reasonClass, titles, bodies } = row;
  return { key, purpose, reasonClass, titles, bodies };
};
