import type { Policy } from '../engine/rules.js';

export const sessionPolicy: Policy<'Session'> = ({ standing, accountId }, { allow }) => {
  if (standing === 'locked' || standing === 'former') return;
  allow(['read', 'end'], { accountId });
};
