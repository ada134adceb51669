import { gql } from 'urql';
import type {
  DeleteMyMessagesMutation,
  DeleteMyMessagesMutationVariables,
  MyFormerMembershipsQuery,
  MyFormerMembershipsQueryVariables,
} from '../../gql/types';

/** Memberships of the viewer that ended in the last 30 days, with nothing of the groups since. */
export const MY_FORMER_MEMBERSHIPS_QUERY = gql<
  MyFormerMembershipsQuery,
  MyFormerMembershipsQueryVariables
>`
  query MyFormerMemberships {
    myFormerMemberships {
      id
      kind
      groupName
      personaName
      joinedAt
      endedAt
      deletableUntil
      hasDeletedMessages
    }
  }
`;

export const DELETE_MY_MESSAGES = gql<DeleteMyMessagesMutation, DeleteMyMessagesMutationVariables>`
  mutation DeleteMyMessages($id: ID!) {
    deleteMyMessages(membershipId: $id)
  }
`;

export type FormerMembership = MyFormerMembershipsQuery['myFormerMemberships'][number];
