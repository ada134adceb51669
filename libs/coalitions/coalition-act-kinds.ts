/** The kinds of the two-person acts of coalitions. */
export const INVITE_PARTICIPANT_ACT_KIND = 'inviteParticipant';
export const REMOVE_PARTICIPANT_ACT_KIND = 'removeParticipant';
