import type { Policy } from '../engine/policy-rules.js';

/**
 * Settings of the instance are changed by two administrators: one requests, another approves. One alone can pause asking
 * for support.
 */
export const instancePolicy: Policy<'Instance'> = ({ standing, duties }, { allow }) => {
  if (standing === 'staff' && duties.includes('administer'))
    allow(['read', 'change', 'pauseSupport']);
};
