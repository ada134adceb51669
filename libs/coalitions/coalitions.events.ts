import { defineEvent } from '#events/event-type.js';

/** A participant came, was renamed, got another id or left. */
export const ParticipantsChanged = defineEvent<{ coalitionId: string }>(
  'coalition.participantsChanged',
);
/** Somebody who takes part shows, or shows no longer, through which participant they come. */
export const ShownParticipantsChanged = defineEvent<{ coalitionId: string }>(
  'coalition.shownParticipantsChanged',
);
/** An invitation to a group or an organisation can be answered. */
export const CoalitionInvitationOpened = defineEvent<{ invitationId: string }>(
  'coalition.invitationOpened',
);
/** An invitation to a group or an organisation was answered or withdrawn. */
export const CoalitionInvitationEnded = defineEvent<{
  groupId: string | null;
  organisationId: string | null;
}>('coalition.invitationEnded');
/** Accounts got or lost a grant, or the place of a delegate. Nobody but them is notified. */
export const PlacesInCoalitionChanged = defineEvent<{
  coalitionId: string;
  accountIds: readonly string[];
}>('coalition.placesChanged');
/** The object of a two-person act has ended, so a request for that act waits in vain. */
export const RequestedActObsolete = defineEvent<{ kind: string; subjectKey: string }>(
  'coalition.requestedActObsolete',
);
