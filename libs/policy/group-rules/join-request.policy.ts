import type { Policy } from '../engine/policy-rules.js';

const READING = ['read', 'readAnswers'] as const;
const STEWARDS = [...READING, 'decide', 'undoDecline'] as const;

/**
 * Stewards do not see a request while a separation exists between the requester and a current member. The requester
 * sees the request as waiting. A steward with a block towards the requester does not see the request either, and
 * another steward decides. A decline takes effect after a short delay. Until then a steward can undo the decline, and
 * the requester still sees the request as waiting and can withdraw it. The requester and the stewards can read the
 * answers until their retention ends.
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
  allow(READING, own);
  forbid('readAnswers', { answersEndAt: { $lte: viewer.at } });
  forbid(['decide', 'undoDecline'], own).because('joinRequest.own');
  const isTooLate = { declineAt: { $ne: null }, undoableUntil: { $lte: viewer.at } };
  forbid('undoDecline', isTooLate).because('joinRequest.undoOver');
  forbid('decide', { declineAt: { $ne: null } }).because('joinRequest.decided');
  forbid(['decide', 'undoDecline', 'withdraw'], decided).because('joinRequest.decided');
};
