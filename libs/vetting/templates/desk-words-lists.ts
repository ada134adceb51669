import type { ChecklistItem, InLanguages } from './checklist-item.entity.js';
import type { ReasonTemplate, TemplatePurpose } from './reason-template.entity.js';
import type { ReasonClass } from '../reviews/review.entity.js';

/** A checklist item as stored in a change request. */
export interface ListedItem {
  readonly key: string;
  readonly labels: InLanguages;
  /** The key of the item that this one rewords. */
  readonly insteadOf?: string | null;
}

/** A review template as stored in a change request. */
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
