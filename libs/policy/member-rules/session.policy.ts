import type { Policy } from '../engine/policy-rules.js';

export const sessionPolicy: Policy<'Session'> = ({ standing, accountId }, { allow }) => {
  if (['locked', 'former', 'guest'].includes(standing)) return;
  allow(['read', 'end'], { accountId });
};
