import type { ComponentType } from 'react';
import { UnreadMessagesRow } from '../../features/channels/composer/unread-messages-row';
import { WaitingIntroductions } from '../../features/introductions/waiting-introductions';
import { lazyComponent } from '../../lib/server/lazy-component';
import { loadFrameCatalogue } from '../../lib/text/language';
import { WaitingNotices } from '../../features/moderation/notices/waiting-notices';
import { UnreadInboxRow } from '../../features/notifications/unread-inbox-row';

/**
 * Components for pending tasks, in display order: first cards, then rows. Cards load their own data, rows use the badge
 * counts; each renders nothing if no task is pending.
 */
export const PENDING_CARDS: readonly ComponentType[] = [
  lazyComponent(() => import('../../features/forms/unsent-forms').then((all) => all.UnsentForms)),
  WaitingIntroductions,
];
export const PENDING_ROWS: readonly ComponentType[] = [
  lazyComponent(() => import('./pending-support').then((all) => all.PendingSupport)),
  UnreadInboxRow,
  UnreadMessagesRow,
  lazyComponent(async () => {
    const [all] = await Promise.all([import('./pending-groups'), loadFrameCatalogue()]);
    return all.PendingGroups;
  }),
  WaitingNotices,
  lazyComponent(() => import('./pending-desk-items').then((all) => all.PendingDeskItems)),
  lazyComponent(() =>
    import('../../features/audit/waiting-approvals').then((all) => all.WaitingApprovals),
  ),
];
