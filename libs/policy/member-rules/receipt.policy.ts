import type { Policy } from '../engine/rules.js';

/** That something was destroyed is read by whom it was about. */
export const receiptPolicy: Policy<'Receipt'> = ({ standing, accountId }, { allow }) => {
  if (standing === 'locked' || standing === 'former') return;
  allow('read', { aboutId: accountId });
};
