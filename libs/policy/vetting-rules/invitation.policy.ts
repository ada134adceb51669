import type { Policy } from '../engine/policy-rules.js';
import { isAnonymous, type Viewer } from '../viewer.js';

/**
 * Members who may invite can see and revoke their own invitations. An invitation admits an applicant only while its
 * creator may still invite.
 */
export const invitationPolicy: Policy<'Invitation'> = (viewer, { allow, forbid }) => {
  if (isAnonymous(viewer) || viewer.standing === 'applicant') {
    const unused = { usedAt: null, revokedAt: null };
    allow('admit', { ...unused, inviterStanding: 'member' });
    allow('admit', { ...unused, inviterStanding: 'staff', inviterAdministers: true });
  }
  if (!invites(viewer)) return;
  const own = { inviterId: viewer.accountId };
  allow('make');
  if (viewer.standing === 'member' && viewer.isOnProbation) {
    forbid('make').because('invitation.probation');
  }
  allow(['read', 'revoke'], own);
  // The inviter gets the same reason for a used and for a revoked invitation.
  forbid('revoke', { ...own, usedAt: { $ne: null } }).because('invitation.ended');
  forbid('revoke', { ...own, revokedAt: { $ne: null } }).because('invitation.ended');
};

const invites = ({ standing, duties }: Viewer) =>
  standing === 'member' || (standing === 'staff' && duties.includes('administer'));
