import type {
  CoalitionGrantFacts,
  CoalitionInvitationFacts,
  ParticipantFacts,
} from './coalition-facts.js';
import type {
  AffiliationFacts,
  ChannelFacts,
  GroupFacts,
  GroupInvitationFacts,
  GroupLinkFacts,
  JoinRequestFacts,
  MembershipFacts,
  MessageFacts,
  OrganisationFacts,
  OrganisationInvitationFacts,
  SentGroupInvitationFacts,
  SuccessionRequestFacts,
  TopicFacts,
} from './group-facts.js';
import type {
  AccountFacts,
  AllianceFacts,
  AuditEntryFacts,
  BlockFacts,
  DutyCodeFacts,
  DutyFacts,
  InstanceFacts,
  IntroductionFacts,
  ProfileFacts,
  ProfileFieldFacts,
  ReceiptFacts,
  SavedSearchFacts,
  SessionFacts,
  SuggestionFacts,
  TwoPersonActFacts,
} from './member-facts.js';
import type { AppealFacts, MatterFacts, NoticeFacts, ReportFacts } from './moderation-facts.js';
import type {
  EmergencyLineFacts,
  InterpretationFacts,
  SupportRequestFacts,
  SupporterFacts,
} from './support-facts.js';
import type {
  ApplicationFacts,
  ApplicationNoteFacts,
  DecisionFacts,
  InvitationFacts,
  ReopeningFacts,
  ReviewFacts,
  VouchFacts,
} from './vetting-facts.js';

/** The facts of each subject: the only columns and sets that a rule may use. */
export interface FactsBySubject {
  Account: AccountFacts;
  Session: SessionFacts;
  AuditEntry: AuditEntryFacts;
  Receipt: ReceiptFacts;
  TwoPersonAct: TwoPersonActFacts;
  Instance: InstanceFacts;
  Duty: DutyFacts;
  DutyCode: DutyCodeFacts;
  Application: ApplicationFacts;
  Review: ReviewFacts;
  ApplicationNote: ApplicationNoteFacts;
  Vouch: VouchFacts;
  Decision: DecisionFacts;
  Invitation: InvitationFacts;
  Reopening: ReopeningFacts;
  Profile: ProfileFacts;
  ProfileField: ProfileFieldFacts;
  Introduction: IntroductionFacts;
  Suggestion: SuggestionFacts;
  Alliance: AllianceFacts;
  Block: BlockFacts;
  SavedSearch: SavedSearchFacts;
  Group: GroupFacts;
  Membership: MembershipFacts;
  JoinRequest: JoinRequestFacts;
  GroupInvitation: GroupInvitationFacts;
  SentGroupInvitation: SentGroupInvitationFacts;
  GroupLink: GroupLinkFacts;
  SuccessionRequest: SuccessionRequestFacts;
  Organisation: OrganisationFacts;
  Affiliation: AffiliationFacts;
  OrganisationInvitation: OrganisationInvitationFacts;
  Participant: ParticipantFacts;
  CoalitionInvitation: CoalitionInvitationFacts;
  CoalitionGrant: CoalitionGrantFacts;
  Channel: ChannelFacts;
  Topic: TopicFacts;
  Message: MessageFacts;
  Matter: MatterFacts;
  Report: ReportFacts;
  Notice: NoticeFacts;
  Appeal: AppealFacts;
  EmergencyLine: EmergencyLineFacts;
  SupportRequest: SupportRequestFacts;
  Interpretation: InterpretationFacts;
  Supporter: SupporterFacts;
}
export type SubjectName = keyof FactsBySubject;
