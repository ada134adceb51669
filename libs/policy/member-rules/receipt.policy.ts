import type { Policy } from '../engine/policy-rules.js';

/** A receipt of destroyed data is visible only to the account that the data was about. */
export const receiptPolicy: Policy<'Receipt'> = ({ standing, accountId }, { allow }) => {
  if (['locked', 'former', 'guest'].includes(standing)) return;
  allow('read', { aboutId: accountId });
};
