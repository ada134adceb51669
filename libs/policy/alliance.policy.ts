import type { Policy } from './rules.js';

export const alliancePolicy: Policy<'Alliance'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountIds: viewer.accountId };
  allow(['read', 'end'], own);
  forbid('end', { ...own, endedAt: { $ne: null } }).because('alliance.ended');
};
