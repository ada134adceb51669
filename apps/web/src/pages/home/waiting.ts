import type { ComponentType } from 'react';
import { WaitingMessages } from '../../features/channels/composer/waiting-messages';
import { WaitingIntroductions } from '../../features/introductions/waiting-introductions';
import { later } from '../../lib/server/later';
import { WaitingNotices } from '../../features/moderation/notices/waiting-notices';
import { WaitingInbox } from '../../features/notifications/waiting-inbox';

/**
 * What may wait for a person, in this order: cards first, then rows. Rows draw the numbers of the bar, cards ask for
 * their own data; each draws nothing when nothing waits.
 */
export const WAITING_CARDS: readonly ComponentType[] = [
  later(() => import('../../features/forms/waiting-forms').then((all) => all.WaitingForms)),
  WaitingIntroductions,
];
export const WAITING_ROWS: readonly ComponentType[] = [
  WaitingInbox,
  WaitingMessages,
  later(() => import('./waiting-requests').then((all) => all.WaitingRequests)),
  WaitingNotices,
  later(() => import('./waiting-desk').then((all) => all.WaitingDesk)),
  later(() => import('../../features/audit/waiting-approvals').then((all) => all.WaitingApprovals)),
];
