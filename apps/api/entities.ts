import type { Entities } from '#database/data-source.js';
import { AuditEntry } from '#audit/audit-entry.entity.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { Attachment } from '#attachments/attachment.entity.js';
import { Channel } from '#channels/channel.entity.js';
import { CaseKey } from '#channels/sealed/case-key.entity.js';
import { Participation } from '#channels/sealed/participation.entity.js';
import { Message } from '#channels/messages/message.entity.js';
import { Topic } from '#channels/topics/topic.entity.js';
import { Delegate } from '#coalitions/delegates/delegate.entity.js';
import { CoalitionGrant } from '#coalitions/grants/coalition-grant.entity.js';
import { CoalitionInvitation } from '#coalitions/invitations/coalition-invitation.entity.js';
import { Participant } from '#coalitions/participants/participant.entity.js';
import { EventReceipt } from '#events/event-receipt.entity.js';
import { AgreementsVersion } from '#groups/agreements/agreements-version.entity.js';
import { Group } from '#groups/group.entity.js';
import { GroupInvitation } from '#groups/joining/group-invitation.entity.js';
import { GroupLink } from '#groups/joining/group-link.entity.js';
import { SuccessionRequest } from '#groups/succession/succession-request.entity.js';
import { SentGroupInvitation } from '#groups/joining/sent-group-invitation.entity.js';
import { JoinRequest } from '#groups/joining/join-request.entity.js';
import { AllyNote } from '#introductions/allies/ally-note.entity.js';
import { Introducer } from '#introductions/introducers/introducer.entity.js';
import { Introduction } from '#introductions/introduction.entity.js';
import { Suggestion } from '#introductions/suggestions/suggestion.entity.js';
import { SuggestionSide } from '#introductions/suggestions/suggestion-side.entity.js';
import { Account } from '#members/account.entity.js';
import { Alliance } from '#members/relationships/alliance.entity.js';
import { Block } from '#members/relationships/block.entity.js';
import { Duty } from '#members/duty.entity.js';
import { KnownDevice } from '#members/sessions/known-device.entity.js';
import { MailLink } from '#members/sessions/mail-link.entity.js';
import { Membership } from '#members/membership.entity.js';
import { Separation } from '#members/relationships/separation.entity.js';
import { Session } from '#members/sessions/session.entity.js';
import { DataClassRun } from '#retention/data-class-run.entity.js';
import { QuotaUse } from '#signin/accounts/quota-use.entity.js';
import { Receipt } from '#retention/receipt.entity.js';
import { DutyCode } from '#settings/duties/duty-code.entity.js';
import { Instance } from '#settings/instance.entity.js';
import { SealCheck } from '#settings/seal-check.entity.js';
import { NotificationChoice } from '#notifications/notification-choice.entity.js';
import { Appeal } from '#moderation/appeals/appeal.entity.js';
import { Matter } from '#moderation/matters/matter.entity.js';
import { MatterNote } from '#moderation/matters/matter-note.entity.js';
import { Notice } from '#moderation/notices/notice.entity.js';
import { Report } from '#moderation/reports/report.entity.js';
import { Sanction } from '#moderation/sanctions/sanction.entity.js';
import { Affiliation } from '#organisations/affiliation.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import { OrganisationGroup } from '#organisations/organisation-group.entity.js';
import { OrganisationInvitation } from '#organisations/organisation-invitation.entity.js';
import { ChosenGroup } from '#profiles/own-profile/chosen-group.entity.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import { Profile } from '#profiles/profile.entity.js';
import { SavedSearch } from '#profiles/saved-searches/saved-search.entity.js';
import { EmergencyLine } from '#support/emergency-list/emergency-line.entity.js';
import { CasePhraseHash } from '#support/requests/guests/case-phrase.entity.js';
import { CaseAssignment } from '#support/requests/case-assignment.entity.js';
import { SupportRequest } from '#support/requests/support-request.entity.js';
import { VoiceAnswer } from '#support/requests/voice/voice-answer.entity.js';
import { CallAvailability } from '#support/calls/call-availability.entity.js';
import { Interpretation } from '#support/calls/interpreters/interpretation.entity.js';
import { Interpreter } from '#support/calls/interpreters/interpreter.entity.js';
import { IntroductoryCall } from '#support/calls/introductory-call.entity.js';
import { Supporter } from '#support/requests/supporter.entity.js';
import { CaseHelper } from '#support/helpers/case-helper.entity.js';
import { CaseLink } from '#support/links/case-link.entity.js';
import { CaseQuestion } from '#support/questions/case-question.entity.js';
import { CasePartner } from '#support/partners/case-partner.entity.js';
import { SupportTemplate } from '#support/templates/support-template.entity.js';
import { CaseTask } from '#support/tasks/case-task.entity.js';
import { CaseSupporter } from '#support/team/case-supporter.entity.js';
import { SupporterOffer } from '#support/team/supporter-offer.entity.js';
import { TermWord } from '#taxonomy/words/term-word.entity.js';
import { Application } from '#vetting/applications/application.entity.js';
import { ApplicationNote } from '#vetting/reviews/application-note.entity.js';
import { ApplicationQuestion } from '#vetting/applications/application-question.entity.js';
import { ChecklistItem } from '#vetting/templates/checklist-item.entity.js';
import { Claim } from '#vetting/reviews/claim.entity.js';
import { Decision } from '#vetting/decisions/decision.entity.js';
import { EarlierRemoval } from '#vetting/applications/earlier-removal.entity.js';
import { DeclaredConflict } from '#vetting/reviews/declared-conflict.entity.js';
import { Invitation } from '#vetting/invitations/invitation.entity.js';
import { ReasonTemplate } from '#vetting/templates/reason-template.entity.js';
import { Reopening } from '#vetting/reopenings/reopening.entity.js';
import { ReopeningSeat } from '#vetting/reopenings/reopening-seat.entity.js';
import { Review } from '#vetting/reviews/review.entity.js';
import { Vouch } from '#vetting/vouches/vouch.entity.js';

export const entities: Entities = [
  Account,
  Affiliation,
  Alliance,
  AllyNote,
  Appeal,
  Application,
  ApplicationNote,
  ApplicationQuestion,
  Attachment,
  AuditEntry,
  Block,
  Channel,
  Topic,
  CaseAssignment,
  CaseKey,
  CasePhraseHash,
  ChosenGroup,
  ChecklistItem,
  Claim,
  CoalitionGrant,
  CoalitionInvitation,
  DataClassRun,
  Decision,
  EarlierRemoval,
  DeclaredConflict,
  Delegate,
  Duty,
  DutyCode,
  EmergencyLine,
  EventReceipt,
  AgreementsVersion,
  Group,
  GroupInvitation,
  GroupLink,
  Instance,
  SealCheck,
  Invitation,
  JoinRequest,
  Introducer,
  Introduction,
  KnownDevice,
  MailLink,
  Matter,
  MatterNote,
  Membership,
  Message,
  Notice,
  NotificationChoice,
  Organisation,
  OrganisationGroup,
  OrganisationInvitation,
  Participant,
  Participation,
  Profile,
  SavedSearch,
  SentGroupInvitation,
  SuccessionRequest,
  ProfileField,
  QuotaUse,
  Receipt,
  Report,
  ReasonTemplate,
  Reopening,
  ReopeningSeat,
  Review,
  Sanction,
  Separation,
  Session,
  TermWord,
  Suggestion,
  SuggestionSide,
  SupportRequest,
  VoiceAnswer,
  CallAvailability,
  Interpretation,
  Interpreter,
  IntroductoryCall,
  Supporter,
  SupporterOffer,
  CaseHelper,
  CaseLink,
  CaseQuestion,
  CasePartner,
  CaseSupporter,
  CaseTask,
  SupportTemplate,
  TwoPersonAct,
  Vouch,
];
