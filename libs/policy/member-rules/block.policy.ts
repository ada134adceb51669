import type { Policy } from '../engine/policy-rules.js';

/** Only the blocking account can see a block. */
export const blockPolicy: Policy<'Block'> = ({ standing, accountId }, { allow }) => {
  if (standing !== 'member') return;
  allow(['read', 'lift'], { blockerId: accountId });
};
