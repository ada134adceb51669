/** GraphQL documents for joining, inviting and leaving. */
export const JOIN_GROUP = `mutation ($id: ID!, $personaName: String) {
  joinGroup(groupId: $id, personaName: $personaName) { myRole } }`;
export const ASK_TO_JOIN =
  'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id state } }';
export const INVITE_TO_GROUP = `mutation ($groupId: ID!, $personId: ID!) {
  inviteToGroup(input: { groupId: $groupId, personId: $personId }) { id } }`;
export const SENT_INVITATIONS = `query ($id: ID!) {
  sentGroupInvitations(groupId: $id) { id isMine senderName person { name } } }`;
export const WITHDRAW_INVITATION =
  'mutation ($id: ID!) { withdrawSentGroupInvitation(invitationId: $id) }';
export const RECEIVED_INVITATIONS = '{ groupInvitations { id group { slug } } }';
export const REMOVED_MEMBERS = 'query ($id: ID!) { removedMembers(groupId: $id) { id name } }';
export const SET_PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';

const onRequest = (operation: string) =>
  `mutation ($id: ID!) { ${operation}(joinRequestId: $id) { id state } }`;
export const ACCEPT_JOIN_REQUEST = onRequest('acceptJoinRequest');
export const DECLINE_JOIN_REQUEST = onRequest('declineJoinRequest');
export const UNDO_DECLINED_JOIN_REQUEST = onRequest('undoDeclineJoinRequest');
export const WITHDRAW_JOIN_REQUEST = onRequest('withdrawJoinRequest');

const onInvitation = (operation: string) =>
  `mutation ($id: ID!) { ${operation}(invitationId: $id) { id } }`;
export const ACCEPT_INVITATION = onInvitation('acceptGroupInvitation');
export const DECLINE_INVITATION = onInvitation('declineGroupInvitation');

const onMembership = (operation: string) =>
  `mutation ($id: ID!) { ${operation}(membershipId: $id) }`;
export const LEAVE_GROUP = onMembership('leaveGroup');
export const REMOVE_MEMBER = onMembership('removeMember');
export const HAND_OVER_STEWARDSHIP = onMembership('handOverStewardship');
export const OFFER_STEWARDSHIP = onMembership('offerStewardship');
export const WITHDRAW_STEWARDSHIP_OFFER = onMembership('withdrawStewardshipOffer');
export const ACCEPT_STEWARDSHIP_OFFER = onMembership('acceptStewardship');
export const DECLINE_STEWARDSHIP_OFFER = onMembership('declineStewardship');
export const END_STEWARDSHIP = onMembership('endStewardship');
export const MAKE_FACILITATOR = onMembership('makeFacilitator');
export const END_FACILITATION = onMembership('endFacilitation');
export const SUCCESSION_REQUESTS =
  '{ successionRequests { id expiresAt group { id name } viewerCan } }';
export const ACCEPT_SUCCESSION =
  'mutation ($id: ID!) { acceptSuccession(requestId: $id) { id state } }';
export const DECLINE_SUCCESSION =
  'mutation ($id: ID!) { declineSuccession(requestId: $id) { id state } }';
export const LEAVE_WITHOUT_STEWARD =
  'mutation ($id: ID!) { leaveGroup(membershipId: $id, isSuccessionKnown: true) }';
export const READMIT_MEMBER = onMembership('readmitMember');

/** Input of a join request. */
export const joinRequestInput = (groupId: string, answer = 'Hola.') => ({
  input: { groupId, answer },
});

/** Settings of a group that only its members and invited people can see. */
export const HIDDEN_GROUP = { isListed: false, access: 'invitation' as never };
export const OPEN_GROUP = { access: 'open' as never };
