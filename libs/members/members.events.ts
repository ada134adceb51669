import { defineEvent } from '#events/define-event.js';

export const StandingChanged = defineEvent<{ accountId: string; from: string; to: string }>(
  'standing.changed',
);
/** An account was given duties, or had one taken or laid down. */
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
/** A membership got a name of its own, or the profile's back. */
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
/** Some of R3: whatever these accounts have open about each other, or about others, is asked for again. */
export const TieArisen = defineEvent<{ accountIds: readonly string[] }>('tie.arisen');
/** Moderation ordered that two never meet. */
export const MembersSeparated = defineEvent<{ lowId: string; highId: string }>('members.separated');
export const MemberBlocked = defineEvent<{ blockerId: string; blockedId: string }>(
  'member.blocked',
);
export const MemberUnblocked = defineEvent<{ blockerId: string; blockedId: string }>(
  'member.unblocked',
);
