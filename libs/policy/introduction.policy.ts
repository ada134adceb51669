import type { Policy } from './rules.js';

/** Asked and accepted by both or by nobody. The asker never learns of a decline, so theirs can be taken back as if it waited. */
export const introductionPolicy: Policy<'Introduction'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const asker = { askerId: viewer.accountId };
  const asked = { askedId: viewer.accountId };
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
  forbid(['read', 'accept', 'decline', 'withdraw', 'block', 'report'], {
    hiddenFromIds: viewer.accountId,
  });
};
