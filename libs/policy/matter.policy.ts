import type { Policy } from './rules.js';

/**
 * What moderation handles as one, in the hands of one. Whoever is a side of it, or tied to one (R3, R4), finds nothing:
 * that is said last, so that a tie found later closes what was open.
 */
export const matterPolicy: Policy<'Matter'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('moderate')) return;
  const me = viewer.accountId;
  const inHand = ['read', 'readFile', 'release', 'hand', 'suspend', 'close'] as const;
  allow(['queue', 'claim'], { stage: { $ne: 'closed' } });
  allow(inHand, { assigneeIds: me });
  forbid(['queue', 'claim', ...inHand], { partyIds: me });
  forbid(['queue', 'claim', ...inHand], { tiedIds: me });
};
