import { type EndpointRow, listRow, partialListRow, publicRow } from './endpoint-row.js';

const OF_THE_ROW = publicRow('Part of the row that was read, and of nothing else.');

/** The endpoints of coalitions. */
export const COALITION_ROWS: Readonly<Record<string, EndpointRow>> = {
  'mutation acceptCoalitionInvitation': 'CoalitionInvitation.accept',
  'mutation askToRemoveParticipant': 'Participant.remove',
  'mutation declineCoalitionInvitation': 'CoalitionInvitation.decline',
  'mutation declineGrant': 'CoalitionGrant.decline',
  'mutation editCoalition': 'Group.edit',
  'mutation foundCoalition': ['Group.foundCoalition', 'Organisation.foundCoalition'],
  'mutation giveGrants': 'Participant.grant',
  'mutation inviteToCoalition': 'Group.inviteParticipant',
  'mutation leaveCoalition': 'Group.leaveCoalition',
  'mutation nameDelegates': 'Participant.nameDelegates',
  'mutation renameParticipant': 'Participant.rename',
  'mutation showMyParticipant': 'CoalitionGrant.show',
  'mutation takePart': 'CoalitionGrant.accept',
  'mutation takeParticipantOut': 'Participant.takeOut',
  // The link, which every member may use, is one more argument.
  'mutation useCoalitionLink': ['Group.joinCoalition', 'Organisation.joinCoalition'],
  'mutation withdrawCoalitionInvitation': 'CoalitionInvitation.withdraw',
  'mutation withdrawGrant': 'CoalitionGrant.withdraw',
  'query coalitionDelegates': 'Participant.nameDelegates',
  'query coalitionGrants': 'Participant.grant',
  'query coalitionInvitations': 'Group.inviteParticipant',
  'query coalitions': partialListRow('Group.read'),
  'query linkedCoalition': 'CoalitionInvitation.use',
  'query myCoalitions': partialListRow('Group.read'),
  'query myGrants': listRow('CoalitionGrant.receive'),
  'query myGrantsWaiting': listRow('CoalitionGrant.accept'),
  'query participant': 'Participant.read',
  'query participantsWithoutName': partialListRow('Participant.rename'),
  'query participantsWithoutNameWaiting': partialListRow('Participant.rename'),
  'query receivedCoalitionInvitations': listRow('CoalitionInvitation.receive'),
  'query receivedCoalitionInvitationsWaiting': listRow('CoalitionInvitation.receive'),
};

/** The fields of coalitions that lead from one row to another, or that contain the id of another row. */
export const COALITION_FIELD_ROWS: Readonly<Record<string, EndpointRow>> = {
  'field CoalitionInvitation.group': 'Group.read',
  'field CoalitionInvitation.organisation': 'Organisation.read',
  'field CoalitionInvitation.requestId': 'TwoPersonAct.read',
  'field GivenGrant.personId': OF_THE_ROW,
  'field Group.participants': 'Participant.read',
  'field Group.participations': 'Participant.read',
  'field GroupMember.shownParticipants': 'Participant.read',
  'field HeldGrant.coalition': 'Group.read',
  'field HeldGrant.participant': 'Participant.read',
  'field MadeCoalitionInvitation.invitation': 'CoalitionInvitation.read',
  'field MadeCoalitionInvitation.requestId': 'TwoPersonAct.read',
  'field Participant.coalition': 'Group.read',
  'field Participant.group': 'Group.read',
  'field Participant.organisation': 'Organisation.read',
  'field ReceivedCoalitionInvitation.group': 'Group.read',
  'field ReceivedCoalitionInvitation.organisation': 'Organisation.read',
};
