import type { Policy } from '../engine/policy-rules.js';

/** A member sees their own active alliances. A block or separation hides an alliance from both allies. */
export const alliancePolicy: Policy<'Alliance'> = ({ standing, alliances }, { allow }) => {
  if (standing !== 'member') return;
  allow(['read', 'end'], { id: { $in: alliances } });
};
