import { badgeCountOf, setBadgeCount } from '../../../lib/page/badge-counts';

/** Takes one offer, invitation or news that the viewer dealt with off the badge, before the server counts again. */
export const countAnswered = (): void =>
  setBadgeCount('/support', Math.max(0, badgeCountOf('/support') - 1));
