import type { LocalizedText } from '#kernel/localized-text.js';
import type { ChecklistItem } from './checklist-item.entity.js';
import type { ReasonTemplate, TemplatePurpose } from './reason-template.entity.js';
import type { ReasonClass } from '../reviews/review.entity.js';

/** A checklist item as stored in a change request. */
export interface RequestedChecklistItem {
  readonly key: string;
  readonly labels: LocalizedText;
  /** The key of the old item that this item rewords. */
  readonly insteadOf?: string | null;
}

/** A review template as stored in a change request. */
export interface RequestedTemplate {
  readonly key: string;
  readonly purpose: TemplatePurpose;
  readonly reasonClass: ReasonClass | null;
  readonly titles: LocalizedText;
  readonly bodies: LocalizedText;
}

export const toRequestedChecklistItem = ({
  key,
  labels,
}: ChecklistItem): RequestedChecklistItem => ({
  key,
  labels,
});

export const toRequestedTemplate = (row: ReasonTemplate): RequestedTemplate => {
  const { id: key, purpose, reasonClass, titles, bodies } = row;
  return { key, purpose, reasonClass, titles, bodies };
};
