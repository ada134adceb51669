import { gql } from 'urql';
import type {
  AcceptCoalitionInvitationMutation,
  AcceptCoalitionInvitationMutationVariables,
  CoalitionInvitationsQuery,
  CoalitionInvitationsQueryVariables,
  DeclineCoalitionInvitationMutation,
  DeclineCoalitionInvitationMutationVariables,
  InvitableGroupsQuery,
  InvitableGroupsQueryVariables,
  InvitableOrganisationsQuery,
  InvitableOrganisationsQueryVariables,
  InviteToCoalitionMutation,
  InviteToCoalitionMutationVariables,
  LinkedCoalitionQuery,
  LinkedCoalitionQueryVariables,
  ReceivedCoalitionInvitationsQuery,
  ReceivedCoalitionInvitationsQueryVariables,
  UseCoalitionLinkMutation,
  UseCoalitionLinkMutationVariables,
  WithdrawCoalitionInvitationMutation,
  WithdrawCoalitionInvitationMutationVariables,
} from '../../../gql/types';

export const COALITION_INVITATIONS_QUERY = gql<
  CoalitionInvitationsQuery,
  CoalitionInvitationsQueryVariables
>`
  query CoalitionInvitations($coalitionId: ID!) {
    coalitionInvitations(coalitionId: $coalitionId) {
      id
      isLink
      createdAt
      expiresAt
      approvedAt
      requestId
      viewerCan
      group {
        id
        name
      }
      organisation {
        id
        name
      }
    }
  }
`;

/** Lets a mutation that names the type reload the list also while it is empty: urql knows the types from the rows. */
export const COALITION_INVITATIONS_CONTEXT = { additionalTypenames: ['CoalitionInvitation'] };

export type SentCoalitionInvitation = CoalitionInvitationsQuery['coalitionInvitations'][number];

/** Groups that the viewer can see, by words. */
export const INVITABLE_GROUPS_QUERY = gql<InvitableGroupsQuery, InvitableGroupsQueryVariables>`
  query InvitableGroups($words: String, $after: String) {
    groups(words: $words, after: $after) {
      items {
        id
        name
      }
      nextCursor
    }
  }
`;

export const INVITABLE_ORGANISATIONS_QUERY = gql<
  InvitableOrganisationsQuery,
  InvitableOrganisationsQueryVariables
>`
  query InvitableOrganisations($words: String, $after: String) {
    organisations(words: $words, after: $after) {
      items {
        id
        name
      }
      nextCursor
    }
  }
`;

export const INVITE_TO_COALITION = gql<
  InviteToCoalitionMutation,
  InviteToCoalitionMutationVariables
>`
  mutation InviteToCoalition($input: InviteToCoalitionInput!) {
    inviteToCoalition(input: $input) {
      token
      requestId
    }
  }
`;

export const WITHDRAW_COALITION_INVITATION = gql<
  WithdrawCoalitionInvitationMutation,
  WithdrawCoalitionInvitationMutationVariables
>`
  mutation WithdrawCoalitionInvitation($id: ID!) {
    withdrawCoalitionInvitation(invitationId: $id)
  }
`;

export const RECEIVED_COALITION_INVITATIONS_QUERY = gql<
  ReceivedCoalitionInvitationsQuery,
  ReceivedCoalitionInvitationsQueryVariables
>`
  query ReceivedCoalitionInvitations {
    receivedCoalitionInvitations {
      id
      expiresAt
      group {
        id
        name
        isListed
      }
      organisation {
        id
        name
        audience
      }
      coalition {
        ...PreviewOfCoalition
      }
    }
  }

  fragment PreviewOfCoalition on CoalitionPreview {
    slug
    name
    purpose
    isListed
    agreements {
      version
      text
    }
    participantNames
  }
`;

export type ReceivedCoalitionInvitation =
  ReceivedCoalitionInvitationsQuery['receivedCoalitionInvitations'][number];
export type CoalitionPreview = ReceivedCoalitionInvitation['coalition'];

export const LINKED_COALITION_QUERY = gql<LinkedCoalitionQuery, LinkedCoalitionQueryVariables>`
  query LinkedCoalition($token: String!) {
    linkedCoalition(token: $token) {
      slug
      name
      purpose
      isListed
      agreements {
        version
        text
      }
      participantNames
    }
  }
`;

export const ACCEPT_COALITION_INVITATION = gql<
  AcceptCoalitionInvitationMutation,
  AcceptCoalitionInvitationMutationVariables
>`
  mutation AcceptCoalitionInvitation($input: AcceptCoalitionInvitationInput!) {
    acceptCoalitionInvitation(input: $input) {
      id
    }
  }
`;

export const DECLINE_COALITION_INVITATION = gql<
  DeclineCoalitionInvitationMutation,
  DeclineCoalitionInvitationMutationVariables
>`
  mutation DeclineCoalitionInvitation($id: ID!) {
    declineCoalitionInvitation(invitationId: $id)
  }
`;

export const USE_COALITION_LINK = gql<UseCoalitionLinkMutation, UseCoalitionLinkMutationVariables>`
  mutation UseCoalitionLink($input: UseCoalitionLinkInput!) {
    useCoalitionLink(input: $input) {
      id
    }
  }
`;
