import type { Duty, Standing } from '../viewer.js';
import type { Audience, ProfileFieldKind } from './audiences.js';
import type { IdSet, NullableDate } from './fact-types.js';

export interface AccountFacts {
  id: string;
  /** Set during the 72 hours before the account is deleted. */
  deletionAt: NullableDate;
}

export interface SessionFacts {
  accountId: string;
}

export interface AuditEntryFacts {
  /** The account that the act concerned; null if it concerned none. */
  subjectId: string | null;
}

export interface ReceiptFacts {
  /** The account that the destroyed data was about; null after that account was deleted. */
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

export type Approver =
  'vet' | 'moderate' | 'support' | 'administer' | 'steward' | 'coalitionSteward' | 'ally';

export type TwoPersonState = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'expired';
export interface TwoPersonActFacts {
  /**
   * Kind of person who may approve the act now. An act of a group needs another steward, or a moderator if there is no
   * other steward. An act of a coalition needs a coalition steward of another participant; it has a moderator in their
   * place only if other kinds of groups have.
   */
  approver: Approver;
  /** The group whose stewards approve the act. */
  scopeId: string | null;
  /** The alliance whose other member approves the act. */
  allianceId: string | null;
  requestedById: string;
  /** The account that the act concerns; null if it concerns none. */
  aboutId: string | null;
  state: TwoPersonState;
  expiresAt: Date;
  /** Account ids of the coalition stewards who may approve an act of their coalition. */
  coalitionApproverIds: IdSet;
  /** Account ids with a conflict of interest (view `two_person_tie`). */
  tiedIds: IdSet;
}

export interface ProfileFacts {
  ownerId: string;
  ownerStanding: Standing;
  /** The audience of the field `name`. Viewers who may see the name find the profile. */
  nameAudience: Audience;
  takesRequests: boolean;
  /** The groups to which the field `name` is open. */
  nameOpenToGroupIds: IdSet;
  hiddenFromIds: IdSet;
}

export interface ProfileFieldFacts {
  ownerId: string;
  ownerStanding: Standing;
  kind: ProfileFieldKind;
  audience: Audience;
  /**
   * Groups in which the owner is now a member without a persona, limited to the chosen groups if the owner chose some.
   */
  openToGroupIds: IdSet;
  /** Account ids that a block or separation, in either direction, hides from the owner (view `hidden_pair`). */
  hiddenFromIds: IdSet;
}

export interface BlockFacts {
  blockerId: string;
}

export interface SavedSearchFacts {
  ownerId: string;
}

export type IntroductionState = 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
export interface IntroductionFacts {
  askerId: string;
  askedId: string;
  /** The member who may pass the request on; null if it was sent directly or that account was deleted. */
  introducerId: string | null;
  /** When the request reached the recipient. For a direct request, when it was made. */
  passedAt: NullableDate;
  /** When the introducer let the request lapse. */
  lapsedAt: NullableDate;
  state: IntroductionState;
  /**
   * Which of the three account ids must not see the request because of a block or separation between two of them (view
   * `introduction_parted`).
   */
  hiddenFromIds: IdSet;
}
export interface SuggestionFacts {
  /** Membership ids of the two members. A member who let the suggestion lapse is omitted. */
  sideIds: IdSet;
  /** Membership ids of the members who agreed. */
  agreedIds: IdSet;
  /**
   * Whether the suggestion was delivered, both members are in the group without a block or separation between them, and
   * they are not allies yet.
   */
  isOpen: boolean;
  expiresAt: Date;
}
export interface AllianceFacts {
  id: string;
}
