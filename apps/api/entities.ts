import type { Entities } from '#database/data-source.js';
import { AuditEntry } from '#audit/audit-entry.entity.js';
import { TwoPersonAct } from '#audit/two-person-act.entity.js';
import { Attachment } from '#attachments/attachment.entity.js';
import { Channel } from '#channels/channel.entity.js';
import { Message } from '#channels/message.entity.js';
import { Topic } from '#channels/topic.entity.js';
import { EventReceipt } from '#events/event-receipt.entity.js';
import { Group } from '#groups/group.entity.js';
import { GroupInvitation } from '#groups/group-invitation.entity.js';
import { JoinRequest } from '#groups/join-request.entity.js';
import { AllyNote } from '#introductions/ally-note.entity.js';
import { Introducer } from '#introductions/introducer.entity.js';
import { Introduction } from '#introductions/introduction.entity.js';
import { Suggestion } from '#introductions/suggestion.entity.js';
import { SuggestionSide } from '#introductions/suggestion-side.entity.js';
import { Account } from '#members/account.entity.js';
import { Alliance } from '#members/alliance.entity.js';
import { Block } from '#members/block.entity.js';
import { Duty } from '#members/duty.entity.js';
import { KnownDevice } from '#members/known-device.entity.js';
import { MailLink } from '#members/mail-link.entity.js';
import { Membership } from '#members/membership.entity.js';
import { Separation } from '#members/separation.entity.js';
import { Session } from '#members/session.entity.js';
import { DataClassRun } from '#retention/data-class-run.entity.js';
import { Receipt } from '#retention/receipt.entity.js';
import { DutyCode } from '#settings/duty-code.entity.js';
import { Instance } from '#settings/instance.entity.js';
import { NotificationChoice } from '#notifications/notification-choice.entity.js';
import { Appeal } from '#moderation/appeal.entity.js';
import { Matter } from '#moderation/matter.entity.js';
import { MatterNote } from '#moderation/matter-note.entity.js';
import { Notice } from '#moderation/notice.entity.js';
import { Report } from '#moderation/report.entity.js';
import { Sanction } from '#moderation/sanction.entity.js';
import { Affiliation } from '#organisations/affiliation.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import { OrganisationGroup } from '#organisations/organisation-group.entity.js';
import { OrganisationInvitation } from '#organisations/organisation-invitation.entity.js';
import { ChosenGroup } from '#profiles/chosen-group.entity.js';
import { ProfileField } from '#profiles/profile-field.entity.js';
import { Profile } from '#profiles/profile.entity.js';
import { SavedSearch } from '#profiles/saved-search.entity.js';
import { TermWord } from '#taxonomy/term-word.entity.js';
import { Application } from '#vetting/application.entity.js';
import { ApplicationNote } from '#vetting/application-note.entity.js';
import { ApplicationQuestion } from '#vetting/application-question.entity.js';
import { ChecklistItem } from '#vetting/checklist-item.entity.js';
import { Claim } from '#vetting/claim.entity.js';
import { Decision } from '#vetting/decision.entity.js';
import { EarlierRemoval } from '#vetting/earlier-removal.entity.js';
import { DeclaredConflict } from '#vetting/declared-conflict.entity.js';
import { Invitation } from '#vetting/invitation.entity.js';
import { ReasonTemplate } from '#vetting/reason-template.entity.js';
import { Reopening } from '#vetting/reopening.entity.js';
import { ReopeningSeat } from '#vetting/reopening-seat.entity.js';
import { Review } from '#vetting/review.entity.js';
import { Vouch } from '#vetting/vouch.entity.js';

/** Every table that the code reads through TypeORM. */
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
  ChosenGroup,
  ChecklistItem,
  Claim,
  DataClassRun,
  Decision,
  EarlierRemoval,
  DeclaredConflict,
  Duty,
  DutyCode,
  EventReceipt,
  Group,
  GroupInvitation,
  Instance,
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
  Profile,
  SavedSearch,
  ProfileField,
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
  TwoPersonAct,
  Vouch,
];
