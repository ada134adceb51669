import { applicationPolicy } from './application.policy.js';
import { applicationNotePolicy, decisionPolicy, reviewPolicy } from './review.policy.js';
import { invitationPolicy } from './invitation.policy.js';
import { reopeningPolicy } from './reopening.policy.js';
import { vouchPolicy } from './vouch.policy.js';

/** The policies of vetting. */
export const VETTING = {
  Application: applicationPolicy,
  Review: reviewPolicy,
  ApplicationNote: applicationNotePolicy,
  Vouch: vouchPolicy,
  Decision: decisionPolicy,
  Invitation: invitationPolicy,
  Reopening: reopeningPolicy,
};
