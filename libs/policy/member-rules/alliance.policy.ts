import type { Policy } from '../engine/rules.js';

/** One's own that hold now; a block or separation hides the alliance with everything else between the two. */
export const alliancePolicy: Policy<'Alliance'> = ({ standing, alliances }, { allow }) => {
  if (standing !== 'member') return;
  allow(['read', 'end'], { id: { $in: alliances } });
};
