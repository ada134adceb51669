import type { Policy } from '../engine/policy-rules.js';

/**
 * A matter is open to its assigned moderator. Moderators who made a decision cannot handle its appeal. A party to the
 * matter, or a moderator with a conflict of interest towards a party, does not see the matter. The recusal rule comes
 * last, so that a conflict found later closes an open matter.
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
