import type { Policy } from '../engine/rules.js';

const STEWARDS = ['read', 'decide', 'undoDecline'] as const;

/**
 * What somebody asks who is separated from one who is in by now is nobody's to decide: for them it waits. A steward whom
 * a block parts from whoever asks hears nothing of it; another steward decides. A decline takes effect after a short time,
 * in which a steward may undo it; until then whoever asked still waits, and may withdraw.
 */
export const joinRequestPolicy: Policy<'JoinRequest'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountId: viewer.accountId };
  const held = { groupId: { $in: viewer.groups.steward } };
  const decided = { state: { $ne: 'waiting' } } as const;
  allow('withdraw', own);
  allow(STEWARDS, held);
  forbid(STEWARDS, { isParted: true });
  forbid(STEWARDS, { hiddenFromIds: viewer.accountId });
  allow('read', own);
  forbid(['decide', 'undoDecline'], own).because('joinRequest.own');
  const isTooLate = { declineAt: { $ne: null }, undoableUntil: { $lte: viewer.at } };
  forbid('undoDecline', isTooLate).because('joinRequest.undoOver');
  forbid('decide', { declineAt: { $ne: null } }).because('joinRequest.decided');
  forbid(['decide', 'undoDecline', 'withdraw'], decided).because('joinRequest.decided');
};
