import type { Policy } from '../engine/rules.js';
import { isNobody, type Viewer } from '../viewer.js';

/** Whoever may invite sees and takes back their own; a link lets in whoever applies, as long as its maker may invite. */
export const invitationPolicy: Policy<'Invitation'> = (viewer, { allow, forbid }) => {
  if (isNobody(viewer) || viewer.standing === 'applicant') {
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
  // Used or taken back, its maker is told the same.
  forbid('revoke', { ...own, usedAt: { $ne: null } }).because('invitation.ended');
  forbid('revoke', { ...own, revokedAt: { $ne: null } }).because('invitation.ended');
};

const invites = ({ standing, duties }: Viewer) =>
  standing === 'member' || (standing === 'staff' && duties.includes('administer'));
