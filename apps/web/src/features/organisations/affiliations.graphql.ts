import { gql } from 'urql';
import type {
  AcceptOrganisationInvitationMutation,
  AcceptOrganisationInvitationMutationVariables,
  DeclineOrganisationInvitationMutation,
  DeclineOrganisationInvitationMutationVariables,
  HandOverOrganisationMutation,
  HandOverOrganisationMutationVariables,
  InvitationsSentQuery,
  InvitationsSentQueryVariables,
  InviteToOrganisationMutation,
  InviteToOrganisationMutationVariables,
  LeaveOrganisationMutation,
  LeaveOrganisationMutationVariables,
  OrganisationInvitationsQuery,
  OrganisationInvitationsQueryVariables,
  OrganisationPeopleQuery,
  OrganisationPeopleQueryVariables,
  RemoveAffiliationMutation,
  RemoveAffiliationMutationVariables,
  SetAffiliationAudienceMutation,
  SetAffiliationAudienceMutationVariables,
  WithdrawOrganisationInvitationMutation,
  WithdrawOrganisationInvitationMutationVariables,
} from '../../gql/types';

export type OrganisationPerson = OrganisationPeopleQuery['organisationPeople']['items'][number];
export type SentInvitation = InvitationsSentQuery['invitationsSent'][number];

export const ORGANISATION_PEOPLE_QUERY = gql<
  OrganisationPeopleQuery,
  OrganisationPeopleQueryVariables
>`
  query OrganisationPeople($organisationId: ID!, $after: String) {
    organisationPeople(organisationId: $organisationId, after: $after) {
      items {
        id
        isSpokesperson
        isMe
        viewerCan
        person {
          id
          name
        }
      }
      nextCursor
      isWithheld
    }
  }
`;

export const SENT_INVITATIONS_QUERY = gql<InvitationsSentQuery, InvitationsSentQueryVariables>`
  query InvitationsSent($organisationId: ID!) {
    invitationsSent(organisationId: $organisationId) {
      id
      createdAt
      person {
        id
        name
      }
    }
  }
`;

export const ORGANISATION_INVITATIONS_QUERY = gql<
  OrganisationInvitationsQuery,
  OrganisationInvitationsQueryVariables
>`
  query OrganisationInvitations {
    organisationInvitations {
      id
      organisation {
        id
        slug
        name
        about
      }
    }
  }
`;

export const INVITE_TO_ORGANISATION = gql<
  InviteToOrganisationMutation,
  InviteToOrganisationMutationVariables
>`
  mutation InviteToOrganisation($input: InviteToOrganisationInput!) {
    inviteToOrganisation(input: $input) {
      id
    }
  }
`;

export const ACCEPT_ORGANISATION_INVITATION = gql<
  AcceptOrganisationInvitationMutation,
  AcceptOrganisationInvitationMutationVariables
>`
  mutation AcceptOrganisationInvitation($id: ID!) {
    acceptOrganisationInvitation(invitationId: $id)
  }
`;

export const DECLINE_ORGANISATION_INVITATION = gql<
  DeclineOrganisationInvitationMutation,
  DeclineOrganisationInvitationMutationVariables
>`
  mutation DeclineOrganisationInvitation($id: ID!) {
    declineOrganisationInvitation(invitationId: $id)
  }
`;

export const WITHDRAW_ORGANISATION_INVITATION = gql<
  WithdrawOrganisationInvitationMutation,
  WithdrawOrganisationInvitationMutationVariables
>`
  mutation WithdrawOrganisationInvitation($id: ID!) {
    withdrawOrganisationInvitation(invitationId: $id)
  }
`;

export const SET_AFFILIATION_AUDIENCE = gql<
  SetAffiliationAudienceMutation,
  SetAffiliationAudienceMutationVariables
>`
  mutation SetAffiliationAudience($input: AffiliationAudienceInput!) {
    setAffiliationAudience(input: $input)
  }
`;

export const LEAVE_ORGANISATION = gql<
  LeaveOrganisationMutation,
  LeaveOrganisationMutationVariables
>`
  mutation LeaveOrganisation($id: ID!) {
    leaveOrganisation(affiliationId: $id)
  }
`;

export const REMOVE_AFFILIATION = gql<
  RemoveAffiliationMutation,
  RemoveAffiliationMutationVariables
>`
  mutation RemoveAffiliation($id: ID!) {
    removeAffiliation(affiliationId: $id)
  }
`;

export const HAND_OVER_ORGANISATION = gql<
  HandOverOrganisationMutation,
  HandOverOrganisationMutationVariables
>`
  mutation HandOverOrganisation($id: ID!) {
    handOverOrganisation(affiliationId: $id)
  }
`;
