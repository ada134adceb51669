import { applicationPolicy } from '../vetting-rules/application.policy.js';
import {
  applicationNotePolicy,
  decisionPolicy,
  reviewPolicy,
} from '../vetting-rules/review.policy.js';
import { invitationPolicy } from '../vetting-rules/invitation.policy.js';
import { reopeningPolicy } from '../vetting-rules/reopening.policy.js';
import { vouchPolicy } from '../vetting-rules/vouch.policy.js';

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
