import type { Audience, OrganisationAudience } from './audiences.js';
import type { IdSet, Moment } from './fact-values.js';
import type { Standing } from '../viewer.js';

/** What is asked of somebody where they are shown only to those who may see their name. */
export interface NamedFacts {
  accountId: string;
  ownerStanding: Standing;
  /** The audience of the field `name` of their profile, and its `openToGroupIds`. */
  nameAudience: Audience;
  nameOpenToGroupIds: IdSet;
  /** Account ids that a block or separation, either way, parts from them: the view `hidden_pair`. */
  hiddenFromIds: IdSet;
}

export interface OrganisationFacts {
  audience: OrganisationAudience;
  /** Set while the 72 hours of its ending run. */
  endedAt: Moment;
  /** Groups chosen by whoever speaks for it, where they are now, without a persona. */
  openToGroupIds: IdSet;
  /** Account ids of everybody in it, and of those who speak for it. */
  peopleIds: IdSet;
  spokespersonIds: IdSet;
  /** Account ids with an invitation that can still be accepted. */
  invitedIds: IdSet;
}
/** Somebody in an organisation; what is asked of both stands here. */
export interface AffiliationFacts extends NamedFacts {
  /** To whom the person chose to be shown there, besides its people. */
  audience: Audience;
  /** Groups where the person is now, without a persona. */
  openToGroupIds: IdSet;
  organisationAudience: OrganisationAudience;
  organisationEndedAt: Moment;
  organisationOpenToGroupIds: IdSet;
  peopleIds: IdSet;
  spokespersonIds: IdSet;
}
/** `accountId`: whom it invites. */
export interface OrganisationInvitationFacts extends NamedFacts {
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  expiresAt: Date;
  spokespersonIds: IdSet;
}
