import { defineEvent } from '#events/event-type.js';

export const GroupFounded = defineEvent<{
  groupId: string;
  /** The account of the founder; left out if the founder is a member of the group. */
  founderId?: string;
}>('group.founded');
export const StewardshipOffered = defineEvent<{
  membershipId: string;
  groupId: string;
  accountId: string;
  /** The account of the steward who made the offer. */
  byId: string;
}>('group.stewardshipOffered');
export const StewardshipHandedOver = defineEvent<{
  /** The membership of the new steward. */
  membershipId: string;
  groupId: string;
  accountId: string;
  /** The account of the former steward. */
  byId: string;
}>('group.stewardshipHandedOver');
/** An offer was declined or withdrawn. */
export const StewardshipOfferEnded = defineEvent<{
  membershipId: string;
  accountId: string;
}>('group.stewardshipOfferEnded');
/** A member became facilitator, or stopped being one. */
export const FacilitatorsChanged = defineEvent<{
  membershipId: string;
  groupId: string;
  accountId: string;
  /** The account that made the change: a steward, or the facilitator. */
  byId: string;
}>('group.facilitatorsChanged');
/** A member of a group without a steward was asked to become its steward. */
export const SuccessionRequested = defineEvent<{ requestId: string; accountId: string }>(
  'group.successionRequested',
);
/** A request was answered, or it can no longer be accepted. */
export const SuccessionRequestEnded = defineEvent<{ requestId: string; membershipId: string }>(
  'group.successionRequestEnded',
);
export const StewardsChanged = defineEvent<{ groupId: string }>('group.stewardsChanged');
export const GroupPrivacyChanged = defineEvent<{ groupId: string }>('group.privacyChanged');
/** A listed group became hidden. */
export const GroupHidden = defineEvent<{ groupId: string }>('group.hidden');
export const AgreementsPublished = defineEvent<{ groupId: string }>('group.agreementsPublished');
/** Moderation removed the texts. */
export const AgreementsRemoved = defineEvent<{ groupId: string }>('group.agreementsRemoved');
/** A member consented to the current version of the agreements. */
export const AgreementsConsented = defineEvent<{ groupId: string; accountId: string }>(
  'group.agreementsConsented',
);
export const GroupArchived = defineEvent<{
  groupId: string;
  /** The account that archived it; null if no person did. */
  byId: string | null;
}>('group.archived');
export const GroupUnarchived = defineEvent<{ groupId: string }>('group.unarchived');
export const JoinRequested = defineEvent<{ joinRequestId: string; groupId: string }>(
  'join.requested',
);
export const JoinRequestDecided = defineEvent<{
  joinRequestId: string;
  groupId: string;
  accountId: string;
}>('join.decided');
export const MemberInvited = defineEvent<{
  invitationId: string;
  groupId: string;
  invitedId: string;
}>('group.memberInvited');
/** An invitation was declined or withdrawn. */
export const GroupInvitationEnded = defineEvent<{ invitationId: string; invitedId: string }>(
  'group.invitationEnded',
);
