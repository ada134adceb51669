import type { Policy } from '../engine/policy-rules.js';

/** Settings of the instance are changed by two administrators: one requests, another approves. */
export const instancePolicy: Policy<'Instance'> = ({ standing, duties }, { allow }) => {
  if (standing === 'staff' && duties.includes('administer')) allow(['read', 'change']);
};
