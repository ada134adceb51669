import type { Policy } from '../engine/policy-rules.js';

/**
 * Everybody reads the emergency list, also without an account. Two administrators add or change a line; a single one
 * takes it off, or confirms that the list is right.
 */
export const emergencyLinePolicy: Policy<'EmergencyLine'> = ({ standing, duties }, { allow }) => {
  allow('read');
  if (standing === 'staff' && duties.includes('administer'))
    allow(['propose', 'takeOff', 'review']);
};
