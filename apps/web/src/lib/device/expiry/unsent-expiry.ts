import { isUnexpired, type ExpiringItem } from '../expiry-time.js';
import type { QueuedForm } from '../form-queue.js';

const DAY_MS = 24 * 3_600_000;

/** Retention on the device of a draft about a person's safety, from its last change. */
export const SENSITIVE_DRAFT_MS = DAY_MS;
/** Retention on the device of an unsent support request. */
const SUPPORT_FORM_MS = 7 * DAY_MS;

/** Returns undefined for a draft that has an expiry time in the past. Most drafts have no expiry time. */
export function unexpiredDraft<T>(draft: T, now: number): T | undefined {
  const { expiresAt } = draft as Partial<ExpiringItem>;
  return expiresAt === undefined || isUnexpired({ expiresAt }, now) ? draft : undefined;
}

type DatedForm = Pick<QueuedForm, 'kind' | 'at' | 'confirmedAt'>;

/** Time in milliseconds at which an unsent form is deleted from the device; Infinity for a form that stays until it is sent. */
export const formExpiry = ({ kind, at }: DatedForm): number =>
  kind === 'support' ? Date.parse(at) + SUPPORT_FORM_MS : Infinity;

/** Returns undefined for a form that must be deleted from the device. */
export const unexpiredForm = <T extends DatedForm>(form: T, now: number): T | undefined =>
  formExpiry(form) > now ? form : undefined;

/**
 * Whether a form needs another tap of its author before it is sent: after a day, the danger that a support request
 * reports may be over.
 */
export const needsConfirmation = ({ kind, at, confirmedAt }: DatedForm, now: number): boolean =>
  kind === 'support' && now - Date.parse(confirmedAt ?? at) > DAY_MS;
