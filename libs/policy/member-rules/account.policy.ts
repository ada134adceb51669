import type { Policy } from '../engine/policy-rules.js';

/** Only the owner can see an account. Administrators and moderators cannot look up accounts. */
export const accountPolicy: Policy<'Account'> = ({ standing, accountId }, { allow, forbid }) => {
  if (standing === 'locked' || standing === 'former') return;
  const own = { id: accountId };
  if (standing === 'guest') return allow('read', own);
  allow(['read', 'export', 'delete', 'undoDelete'], own);
  if (standing === 'member' || standing === 'staff')
    allow(['changePassword', 'changeAddress'], own);
  forbid('delete', { ...own, deletionAt: { $ne: null } }).because('account.beingDeleted');
  forbid('undoDelete', { ...own, deletionAt: null }).because('account.notBeingDeleted');
};
