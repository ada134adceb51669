import type { Policy } from '../engine/policy-rules.js';

/**
 * An introduction needs the consent of both members. The requester never learns of a decline, so they can withdraw a
 * declined request as if it were waiting. A request through an introducer is visible to the introducer until they pass
 * it on or let it lapse, and to the recipient only after it is passed on.
 */
export const introductionPolicy: Policy<'Introduction'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const asker = { askerId: viewer.accountId };
  const asked = { askedId: viewer.accountId, passedAt: { $ne: null } };
  allow(['read', 'withdraw'], asker);
  forbid('withdraw', { ...asker, state: { $nin: ['waiting', 'declined'] } }).because(
    'introduction.ended',
  );
  allow(['read', 'accept', 'decline', 'block', 'report'], {
    ...asked,
    state: { $ne: 'withdrawn' },
  });
  forbid(['accept', 'decline'], { ...asked, state: { $ne: 'waiting' } }).because(
    'introduction.notWaiting',
  );
  allow(['read', 'pass', 'lapse', 'block', 'report'], {
    introducerId: viewer.accountId,
    passedAt: null,
    lapsedAt: null,
    state: 'waiting',
  });
  forbid(['read', 'accept', 'decline', 'withdraw', 'pass', 'lapse', 'block', 'report'], {
    hiddenFromIds: viewer.accountId,
  });
};
