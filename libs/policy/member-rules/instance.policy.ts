import type { Policy } from '../engine/rules.js';

/** What the instance settled is changed by administrators, two of them: one asks, another approves. */
export const instancePolicy: Policy<'Instance'> = ({ standing, duties }, { allow }) => {
  if (standing === 'staff' && duties.includes('administer')) allow(['read', 'change']);
};
