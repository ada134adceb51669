import type { Audience, ProfileFieldKind } from './audiences.js';
import type { IdSet, Moment } from './fact-values.js';
import type { ChannelFacts, MessageFacts, TopicFacts } from './facts-of-channels.js';
import type {
  AllianceFacts,
  IntroductionFacts,
  SuggestionFacts,
} from './facts-of-introductions.js';
import type { AppealFacts, MatterFacts, NoticeFacts, ReportFacts } from './facts-of-moderation.js';
import type {
  AffiliationFacts,
  OrganisationFacts,
  OrganisationInvitationFacts,
} from './facts-of-organisations.js';
import type { Duty, Standing } from '../viewer.js';

export interface AccountFacts {
  id: string;
  /** Set while the 72 hours of a deletion run. */
  deletionAt: Moment;
}
export interface SessionFacts {
  accountId: string;
}
export interface AuditEntryFacts {
  /** The account that the act was about; null: about no account. */
  subjectId: string | null;
}

export interface ReceiptFacts {
  /** The account that it was about; null: that account is gone. */
  aboutId: string | null;
}
export interface DutyFacts {
  accountId: string;
  name: Duty;
}
export interface DutyCodeFacts {
  accountId: string;
}
export interface InstanceFacts {
  id: string;
}

export type Approver = 'vet' | 'moderate' | 'support' | 'administer' | 'steward' | 'ally';
export type TwoPersonState = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'expired';
export interface TwoPersonActFacts {
  /** Who approves it now: of a group's act another steward, or who moderates where there is none. */
  approver: Approver;
  /** The group whose stewards approve it. */
  scopeId: string | null;
  /** The alliance of which the other approves it. */
  allianceId: string | null;
  requestedById: string;
  /** The account that it is about; null: about none. */
  aboutId: string | null;
  state: TwoPersonState;
  expiresAt: Date;
  /** Account ids recused by R3: the view `two_person_tie`. */
  tiedIds: IdSet;
}

export type ApplicationStage =
  'submitted' | 'inReview' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'appealed';
export interface ApplicationFacts {
  accountId: string;
  stage: ApplicationStage;
  /** Account ids that hold a live claim, or have written a review while it is undecided. */
  assigneeIds: IdSet;
  /** Account ids that have written a review. */
  reviewerIds: IdSet;
  /** Account ids recused by R3: the view `tie` of the applicant; in an appeal also whoever reviewed before. */
  tiedIds: IdSet;
  /** Account ids through whom the applicant came in once before, at any depth, and who came in through them. */
  chainIds: IdSet;
  /** It is heard, or was, for a second time. */
  wasAppealed: boolean;
  /** Ten days after the decision; long ago without one. */
  appealUntil: Date;
}
export interface ReviewFacts {
  reviewerId: string;
  /** These three are the application's. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}
export interface ApplicationNoteFacts {
  /** Null once that account is gone. */
  authorId: string | null;
  /** These three are the application's; who has reviewed it, in the note's round. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}
export interface VouchFacts {
  voucherId: string;
  withdrawnAt: Moment;
  /** These two are the application's. */
  assigneeIds: IdSet;
  tiedIds: IdSet;
}

export interface InvitationFacts {
  inviterId: string;
  inviterStanding: Standing;
  inviterAdministers: boolean;
  usedAt: Moment;
  revokedAt: Moment;
}

export interface ReopeningFacts {
  /** The member whom it is about. */
  accountId: string;
  stage: 'open' | 'stays' | 'concern';
  /** Account ids that read it now or have said what they think. */
  assigneeIds: IdSet;
  judgeIds: IdSet;
  /** Account ids recused by R3. */
  tiedIds: IdSet;
}

export interface DecisionFacts {
  /** The account that it was about; null: that account is gone. */
  accountId: string | null;
  /** Account ids recused by R3. */
  tiedIds: IdSet;
}

export interface ProfileFacts {
  ownerId: string;
  ownerStanding: Standing;
  /** The audience of the field `name`: who may see it finds the card. */
  nameAudience: Audience;
  takesRequests: boolean;
  /** The field's `openToGroupIds`. */
  nameOpenToGroupIds: IdSet;
  hiddenFromIds: IdSet;
}
export interface ProfileFieldFacts {
  ownerId: string;
  ownerStanding: Standing;
  kind: ProfileFieldKind;
  audience: Audience;
  /** Groups where the owner has a membership now, without a persona; only the chosen ones where some were chosen. */
  openToGroupIds: IdSet;
  /** Account ids that a block or separation, either way, parts from the owner: the view `hidden_pair`. */
  hiddenFromIds: IdSet;
}

export interface BlockFacts {
  blockerId: string;
}
export interface SavedSearchFacts {
  ownerId: string;
}

export interface GroupFacts {
  id: string;
  isListed: boolean;
  access: 'open' | 'request' | 'invitation';
  /** Account ids with an invitation that can still be accepted. */
  invitedIds: IdSet;
}
export interface MembershipFacts {
  groupId: string;
  accountId: string;
  endedAt: Moment;
  /** A persona that shows a picture. */
  hasPicture: boolean;
}
export interface JoinRequestFacts {
  groupId: string;
  accountId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
  /** A separation parts whoever asks from somebody who is in the group now. */
  isParted: boolean;
  /** Account ids that a block or separation, either way, parts from whoever asks. */
  hiddenFromIds: IdSet;
}
export interface GroupInvitationFacts {
  groupId: string;
  invitedId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
}

/** Per subject, the few guard columns that a rule may mention. */
export interface Facts {
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
  Organisation: OrganisationFacts;
  Affiliation: AffiliationFacts;
  OrganisationInvitation: OrganisationInvitationFacts;
  Channel: ChannelFacts;
  Topic: TopicFacts;
  Message: MessageFacts;
  Matter: MatterFacts;
  Report: ReportFacts;
  Notice: NoticeFacts;
  Appeal: AppealFacts;
}
export type SubjectName = keyof Facts;
