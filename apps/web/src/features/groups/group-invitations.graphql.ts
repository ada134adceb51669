import { gql } from 'urql';
import type {
  AcceptGroupInvitationMutation,
  AcceptGroupInvitationMutationVariables,
  DeclineGroupInvitationMutation,
  DeclineGroupInvitationMutationVariables,
  GroupInvitationsQuery,
  GroupInvitationsQueryVariables,
} from '../../gql/types';

export const GROUP_INVITATIONS_QUERY = gql<GroupInvitationsQuery, GroupInvitationsQueryVariables>`
  query GroupInvitations {
    groupInvitations {
      id
      group {
        id
        slug
        name
        purpose
        picture
        agreements {
          version
          text
        }
      }
    }
  }
`;

export const ACCEPT_GROUP_INVITATION = gql<
  AcceptGroupInvitationMutation,
  AcceptGroupInvitationMutationVariables
>`
  mutation AcceptGroupInvitation($id: ID!, $agreementsVersion: Int!) {
    acceptGroupInvitation(invitationId: $id, agreementsVersion: $agreementsVersion) {
      id
    }
  }
`;

export const DECLINE_GROUP_INVITATION = gql<
  DeclineGroupInvitationMutation,
  DeclineGroupInvitationMutationVariables
>`
  mutation DeclineGroupInvitation($id: ID!) {
    declineGroupInvitation(invitationId: $id) {
      id
    }
  }
`;
