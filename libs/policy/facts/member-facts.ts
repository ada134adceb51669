import type { Duty, Standing } from '../viewer.js';
import type { Audience, ProfileFieldKind } from './audiences.js';
import type { IdSet, Moment } from './fact-values.js';

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

export type IntroductionState = 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
export interface IntroductionFacts {
  askerId: string;
  askedId: string;
  /** Who may pass it on; null: asked directly, or that account is gone. */
  introducerId: string | null;
  /** When it reached the asked: of a direct one, when it was asked. */
  passedAt: Moment;
  /** The introducer let it lapse. */
  lapsedAt: Moment;
  state: IntroductionState;
  /** Whom of the three a block or separation between two of them shuts out: the view `introduction_parted`. */
  hiddenFromIds: IdSet;
}
export interface SuggestionFacts {
  /** Membership ids of those of the two who have not let it lapse. */
  sideIds: IdSet;
  /** Membership ids of those who said yes. */
  agreedIds: IdSet;
  /** It reached them, both are in the group, nothing parts them, and they are no allies yet. */
  isOpen: boolean;
  expiresAt: Date;
}
export interface AllianceFacts {
  id: string;
}
