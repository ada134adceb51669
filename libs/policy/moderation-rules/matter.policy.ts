import type { Policy } from '../engine/rules.js';

/**
 * What moderation handles as one, in the hands of one; an appeal in it is heard by others than those who decided.
 * Whoever is a side of it, or tied to one (R3, R4), finds nothing: that is said last, so that a tie found later closes
 * what was open.
 */
export const matterPolicy: Policy<'Matter'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('moderate')) return;
  const me = viewer.accountId;
  const file = ['read', 'readFile', 'note', 'release', 'hand'] as const;
  const acts = [
    ...(['talk', 'warn', 'removeContent', 'suspend'] as const),
    ...(['separate', 'lift', 'askRemoval', 'close'] as const),
  ] as const;
  const desk = ['queue', 'claim', ...file, ...acts] as const;
  allow(['queue', 'claim'], { stage: { $ne: 'closed' } });
  allow(file, { assigneeIds: me });
  allow(acts, { assigneeIds: me, stage: { $in: ['inHand', 'waiting'] } });
  forbid(desk, { stage: 'appealed', deciderIds: me });
  forbid(desk, { partyIds: me });
  forbid(desk, { tiedIds: me });
};
