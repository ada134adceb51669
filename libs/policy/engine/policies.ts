import { coalitionGrantPolicy } from '../coalition-rules/coalition-grant.policy.js';
import { coalitionInvitationPolicy } from '../coalition-rules/coalition-invitation.policy.js';
import { participantPolicy } from '../coalition-rules/participant.policy.js';
import type { SubjectName } from '../facts/facts-by-subject.js';
import { affiliationPolicy } from '../group-rules/affiliation.policy.js';
import { refusedWhenArchived } from '../group-rules/archived-group.js';
import { channelPolicy } from '../group-rules/channel.policy.js';
import { groupInvitationPolicy } from '../group-rules/group-invitation.policy.js';
import { groupLinkPolicy } from '../group-rules/group-link.policy.js';
import { groupPolicy } from '../group-rules/group.policy.js';
import { joinRequestPolicy } from '../group-rules/join-request.policy.js';
import { membershipPolicy } from '../group-rules/membership.policy.js';
import { messagePolicy } from '../group-rules/message.policy.js';
import { organisationInvitationPolicy } from '../group-rules/organisation-invitation.policy.js';
import { organisationPolicy } from '../group-rules/organisation.policy.js';
import { sentGroupInvitationPolicy } from '../group-rules/sent-group-invitation.policy.js';
import { successionRequestPolicy } from '../group-rules/succession-request.policy.js';
import { topicPolicy } from '../group-rules/topic.policy.js';
import { accountPolicy } from '../member-rules/account.policy.js';
import { alliancePolicy } from '../member-rules/alliance.policy.js';
import { auditEntryPolicy } from '../member-rules/audit-entry.policy.js';
import { blockPolicy } from '../member-rules/block.policy.js';
import { dutyCodePolicy, dutyPolicy } from '../member-rules/duty.policy.js';
import { instancePolicy } from '../member-rules/instance.policy.js';
import { introductionPolicy } from '../member-rules/introduction.policy.js';
import { profileFieldPolicy } from '../member-rules/profile-field.policy.js';
import { profilePolicy } from '../member-rules/profile.policy.js';
import { receiptPolicy } from '../member-rules/receipt.policy.js';
import { savedSearchPolicy } from '../member-rules/saved-search.policy.js';
import { sessionPolicy } from '../member-rules/session.policy.js';
import { suggestionPolicy } from '../member-rules/suggestion.policy.js';
import { twoPersonActPolicy } from '../member-rules/two-person-act.policy.js';
import { appealPolicy } from '../moderation-rules/appeal.policy.js';
import { matterPolicy } from '../moderation-rules/matter.policy.js';
import { noticePolicy } from '../moderation-rules/notice.policy.js';
import { reportPolicy } from '../moderation-rules/report.policy.js';
import { emergencyLinePolicy } from '../support-rules/emergency-line.policy.js';
import { interpretationPolicy } from '../support-rules/interpretation.policy.js';
import { supporterPolicy } from '../support-rules/supporter.policy.js';
import { supportRequestPolicy } from '../support-rules/support-request.policy.js';
import { applicationPolicy } from '../vetting-rules/application.policy.js';
import { invitationPolicy } from '../vetting-rules/invitation.policy.js';
import { reopeningPolicy } from '../vetting-rules/reopening.policy.js';
import {
  applicationNotePolicy,
  decisionPolicy,
  reviewPolicy,
} from '../vetting-rules/review.policy.js';
import { vouchPolicy } from '../vetting-rules/vouch.policy.js';
import type { Policy } from './policy-rules.js';

/** The policy of every subject. The type requires all of them, so a missing policy does not compile. */
export const POLICIES: { readonly [S in SubjectName]: Policy<S> } = {
  Account: accountPolicy,
  Session: sessionPolicy,
  AuditEntry: auditEntryPolicy,
  Receipt: receiptPolicy,
  TwoPersonAct: twoPersonActPolicy,
  Instance: instancePolicy,
  Duty: dutyPolicy,
  DutyCode: dutyCodePolicy,
  Profile: profilePolicy,
  ProfileField: profileFieldPolicy,
  Introduction: introductionPolicy,
  Suggestion: suggestionPolicy,
  Alliance: alliancePolicy,
  Block: blockPolicy,
  SavedSearch: savedSearchPolicy,
  Application: applicationPolicy,
  Review: reviewPolicy,
  ApplicationNote: applicationNotePolicy,
  Vouch: vouchPolicy,
  Decision: decisionPolicy,
  Invitation: invitationPolicy,
  Reopening: reopeningPolicy,
  Group: groupPolicy,
  Membership: refusedWhenArchived('Membership', membershipPolicy),
  JoinRequest: refusedWhenArchived('JoinRequest', joinRequestPolicy),
  GroupInvitation: groupInvitationPolicy,
  SentGroupInvitation: sentGroupInvitationPolicy,
  GroupLink: refusedWhenArchived('GroupLink', groupLinkPolicy),
  SuccessionRequest: refusedWhenArchived('SuccessionRequest', successionRequestPolicy),
  Channel: refusedWhenArchived('Channel', channelPolicy),
  Topic: refusedWhenArchived('Topic', topicPolicy),
  Message: refusedWhenArchived('Message', messagePolicy),
  Organisation: organisationPolicy,
  Affiliation: affiliationPolicy,
  OrganisationInvitation: organisationInvitationPolicy,
  Participant: participantPolicy,
  CoalitionInvitation: coalitionInvitationPolicy,
  CoalitionGrant: coalitionGrantPolicy,
  Matter: matterPolicy,
  Report: reportPolicy,
  Notice: noticePolicy,
  Appeal: appealPolicy,
  EmergencyLine: emergencyLinePolicy,
  SupportRequest: supportRequestPolicy,
  Interpretation: interpretationPolicy,
  Supporter: supporterPolicy,
};
