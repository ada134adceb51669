import type { Policy } from '../engine/policy-rules.js';

/** A member interprets calls of requesters who agreed to them, until a conflict of interest arises. */
export const interpretationPolicy: Policy<'Interpretation'> = (
  { standing, accountId: me },
  { allow, forbid },
) => {
  if (standing !== 'member') return;
  allow(['readFile', 'withdraw'], { accountId: me, state: 'agreed' });
  forbid(['readFile', 'withdraw'], { recusedIds: me });
};
