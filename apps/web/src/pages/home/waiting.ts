import type { ComponentType } from 'react';
import { WaitingMessages } from '../../features/channels/composer/waiting-messages';
import { WaitingIntroductions } from '../../features/introductions/waiting-introductions';
import { lazyPart } from '../../lib/server/lazy-part';
import { WaitingNotices } from '../../features/moderation/notices/waiting-notices';
import { WaitingInbox } from '../../features/notifications/waiting-inbox';

/**
 * Components for pending tasks, in display order: first cards, then rows. Cards load their own data, rows use the badge
 * counts; each renders nothing if no task is pending.
 */
export const WAITING_CARDS: readonly ComponentType[] = [
  lazyPart(() => import('../../features/forms/waiting-forms').then((all) => all.WaitingForms)),
  WaitingIntroductions,
];
export const WAITING_ROWS: readonly ComponentType[] = [
  WaitingInbox,
  WaitingMessages,
  lazyPart(() => import('./waiting-requests').then((all) => all.WaitingRequests)),
  WaitingNotices,
  lazyPart(() => import('./waiting-desk').then((all) => all.WaitingDesk)),
  lazyPart(() =>
    import('../../features/audit/waiting-approvals').then((all) => all.WaitingApprovals),
  ),
];
