import type { ComponentType } from 'react';
import { UnreadMessagesRow } from '../../features/channels/composer/unread-messages-row';
import { WaitingIntroductions } from '../../features/introductions/waiting-introductions';
import { lazyPart } from '../../lib/server/lazy-part';
import { WaitingNotices } from '../../features/moderation/notices/waiting-notices';
import { UnreadInboxRow } from '../../features/notifications/unread-inbox-row';

/**
 * Components for pending tasks, in display order: first cards, then rows. Cards load their own data, rows use the badge
 * counts; each renders nothing if no task is pending.
 */
export const PENDING_CARDS: readonly ComponentType[] = [
  lazyPart(() => import('../../features/forms/waiting-forms').then((all) => all.WaitingForms)),
  WaitingIntroductions,
];
export const PENDING_ROWS: readonly ComponentType[] = [
  UnreadInboxRow,
  UnreadMessagesRow,
  lazyPart(() => import('./pending-requests').then((all) => all.PendingRequests)),
  WaitingNotices,
  lazyPart(() => import('./pending-desk-items').then((all) => all.PendingDeskItems)),
  lazyPart(() =>
    import('../../features/audit/waiting-approvals').then((all) => all.WaitingApprovals),
  ),
];
