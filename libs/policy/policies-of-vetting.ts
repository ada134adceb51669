import { applicationPolicy } from './application.policy.js';
import { decisionPolicy, reviewPolicy } from './review.policy.js';
import { vouchPolicy } from './vouch.policy.js';

/** The policies of vetting. */
export const VETTING = {
  Application: applicationPolicy,
  Review: reviewPolicy,
  Vouch: vouchPolicy,
  Decision: decisionPolicy,
};
