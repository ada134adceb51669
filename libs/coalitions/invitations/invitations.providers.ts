import { AcceptInvitation } from './accept-invitation.js';
import { CoalitionInvitationRows } from './coalition-invitation-rows.js';
import { CoalitionInvitationsResolver } from './coalition-invitations.resolver.js';
import { CoalitionInvitationsService } from './coalition-invitations.service.js';
import { InvitationApprovals } from './invitation-approvals.js';
import { InvitationEndings } from './invitation-endings.js';
import { InvitationUses } from './invitation-uses.js';
import { InviteParticipant } from './invite-participant.js';
import { InviteParticipantAct } from './invite-participant-act.js';
import { CoalitionInvitationsDataExport } from './invitations.data-export.js';
import { InvitedParties } from './invited-party.js';
import { ReceivedCoalitionInvitationsResolver } from './received-coalition-invitations.resolver.js';
import { ReceivedCoalitionInvitationsService } from './received-coalition-invitations.service.js';
import { UsableInvitations } from './usable-invitations.js';

export const INVITATION_SERVICES = [
  CoalitionInvitationsService,
  ReceivedCoalitionInvitationsService,
];
export const INVITATION_PROVIDERS = [
  ...INVITATION_SERVICES,
  ...[CoalitionInvitationsResolver, ReceivedCoalitionInvitationsResolver],
  ...[AcceptInvitation, CoalitionInvitationRows, InvitationApprovals, InvitationUses],
  InvitationEndings,
  CoalitionInvitationsDataExport,
  ...[InviteParticipant, InviteParticipantAct, InvitedParties, UsableInvitations],
];
