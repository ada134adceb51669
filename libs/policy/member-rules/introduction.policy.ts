import type { Policy } from '../engine/rules.js';

/**
 * Asked and accepted by both or by nobody. The asker never learns of a decline, so theirs can be taken back as if it
 * waited. One that goes through an introducer is theirs until they pass it on or let it lapse, and then the asked's.
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
