import { gql } from 'urql';
import type {
  MakeInvitationMutation,
  MakeInvitationMutationVariables,
  MyInvitationsQuery,
  MyInvitationsQueryVariables,
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables,
} from '../../../gql/types';

export type MyInvitation = MyInvitationsQuery['myInvitations']['items'][number];

export const MY_INVITATIONS_QUERY = gql<MyInvitationsQuery, MyInvitationsQueryVariables>`
  query MyInvitations {
    myInvitations {
      left
      items {
        id
        createdAt
        endsAt
        isOpen
        viewerCan
      }
    }
  }
`;

export const MAKE_INVITATION = gql<MakeInvitationMutation, MakeInvitationMutationVariables>`
  mutation MakeInvitation($input: InvitationInput!) {
    makeInvitation(input: $input) {
      path
      invitation {
        id
      }
    }
  }
`;

export const REVOKE_INVITATION = gql<RevokeInvitationMutation, RevokeInvitationMutationVariables>`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id) {
      id
      isOpen
      viewerCan
    }
  }
`;
