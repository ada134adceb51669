import { defineEvent } from '#events/event-type.js';

export const StandingChanged = defineEvent<{ accountId: string; from: string; to: string }>(
  'standing.changed',
);
/** An account was given a duty, or lost or gave up one. */
export const DutiesChanged = defineEvent<{ accountId: string }>('duties.changed');
export const AccountDeleted = defineEvent<{ accountId: string }>('account.deleted');
export const MembershipStarted = defineEvent<{
  membershipId: string;
  accountId: string;
  groupId: string;
}>('membership.started');
export const MembershipEnded = defineEvent<{
  membershipId: string;
  accountId: string;
  groupId: string;
}>('membership.ended');
/** A former member deleted what they posted under a membership that ended. */
export const MembershipMessagesDeleted = defineEvent<{ membershipId: string }>(
  'membership.messagesDeleted',
);
/** The member list of a group closed, and these memberships are shown to its stewards only. */
export const MembersUnlisted = defineEvent<{
  groupId: string;
  membershipIds: readonly string[];
  accountIds: readonly string[];
}>('members.unlisted');
/** Entries in a coalition ended, because no grant explains them any more. */
export const CoalitionEntriesEnded = defineEvent<{
  groupId: string;
  accountIds: readonly string[];
  /** The ids of the entries; missing in events from before former members could delete their messages. */
  membershipIds?: readonly string[];
}>('coalition.entriesEnded');
/** A membership got a persona, changed it or returned to the profile's name. */
export const PersonaChanged = defineEvent<{
  membershipId: string;
  accountId: string;
  groupId: string;
}>('persona.changed');
export const AllianceStarted = defineEvent<{ allianceId: string; lowId: string; highId: string }>(
  'alliance.started',
);
export const AllianceEnded = defineEvent<{ allianceId: string; lowId: string; highId: string }>(
  'alliance.ended',
);
/** New conflicts of interest (R3). Access to open files about these accounts, or opened by them, is checked again. */
export const ConflictOfInterestArisen = defineEvent<{ accountIds: readonly string[] }>(
  'tie.arisen',
);
/** Moderation separated two members; one of them was reported by the other. */
export const MembersSeparated = defineEvent<{
  readonly lowId: string;
  readonly highId: string;
  readonly reportedId: string;
}>('members.separated');
export const MemberBlocked = defineEvent<{ blockerId: string; blockedId: string }>(
  'member.blocked',
);
export const MemberUnblocked = defineEvent<{ blockerId: string; blockedId: string }>(
  'member.unblocked',
);
