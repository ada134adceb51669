import { accountPolicy } from './account.policy.js';
import { alliancePolicy } from './alliance.policy.js';
import { applicationPolicy } from './application.policy.js';
import { auditEntryPolicy } from './audit-entry.policy.js';
import { blockPolicy } from './block.policy.js';
import { channelPolicy } from './channel.policy.js';
import type { SubjectName } from './facts.js';
import { groupInvitationPolicy } from './group-invitation.policy.js';
import { groupPolicy } from './group.policy.js';
import { introductionPolicy } from './introduction.policy.js';
import { joinRequestPolicy } from './join-request.policy.js';
import { membershipPolicy } from './membership.policy.js';
import { messagePolicy } from './message.policy.js';
import { MODERATION } from './policies-of-moderation.js';
import { profileFieldPolicy } from './profile-field.policy.js';
import { profilePolicy } from './profile.policy.js';
import { receiptPolicy } from './receipt.policy.js';
import { decisionPolicy, reviewPolicy } from './review.policy.js';
import type { Policy } from './rules.js';
import { sessionPolicy } from './session.policy.js';
import { vouchPolicy } from './vouch.policy.js';

/** Every subject has a policy; one that is missing does not compile. */
export const POLICIES: { readonly [S in SubjectName]: Policy<S> } = {
  Account: accountPolicy,
  Session: sessionPolicy,
  AuditEntry: auditEntryPolicy,
  Receipt: receiptPolicy,
  Application: applicationPolicy,
  Review: reviewPolicy,
  Vouch: vouchPolicy,
  Decision: decisionPolicy,
  Profile: profilePolicy,
  ProfileField: profileFieldPolicy,
  Introduction: introductionPolicy,
  Alliance: alliancePolicy,
  Block: blockPolicy,
  Group: groupPolicy,
  Membership: membershipPolicy,
  JoinRequest: joinRequestPolicy,
  GroupInvitation: groupInvitationPolicy,
  Channel: channelPolicy,
  Message: messagePolicy,
  ...MODERATION,
};
