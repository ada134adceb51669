import type { Policy } from '../engine/policy-rules.js';

export const sessionPolicy: Policy<'Session'> = ({ standing, accountId }, { allow }) => {
  if (standing === 'locked' || standing === 'former') return;
  allow(['read', 'end'], { accountId });
};
