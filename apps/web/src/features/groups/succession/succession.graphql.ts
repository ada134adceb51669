import { gql } from 'urql';
import type {
  AcceptSuccessionMutation,
  AcceptSuccessionMutationVariables,
  DeclineSuccessionMutation,
  DeclineSuccessionMutationVariables,
  SuccessionRequestQuery,
  SuccessionRequestQueryVariables,
  SuccessionRequestsQuery,
  SuccessionRequestsQueryVariables,
} from '../../../gql/types';

export const SUCCESSION_REQUESTS_QUERY = gql<
  SuccessionRequestsQuery,
  SuccessionRequestsQueryVariables
>`
  query SuccessionRequests {
    successionRequests {
      id
      expiresAt
      group {
        id
        name
        picture
      }
    }
  }
`;

export const SUCCESSION_REQUEST_QUERY = gql<
  SuccessionRequestQuery,
  SuccessionRequestQueryVariables
>`
  query SuccessionRequest($id: ID!) {
    successionRequest(requestId: $id) {
      id
      state
      expiresAt
      viewerCan
      group {
        id
        slug
        name
      }
    }
  }
`;

export const ACCEPT_SUCCESSION = gql<AcceptSuccessionMutation, AcceptSuccessionMutationVariables>`
  mutation AcceptSuccession($id: ID!) {
    acceptSuccession(requestId: $id) {
      id
      state
      viewerCan
    }
  }
`;

export const DECLINE_SUCCESSION = gql<
  DeclineSuccessionMutation,
  DeclineSuccessionMutationVariables
>`
  mutation DeclineSuccession($id: ID!) {
    declineSuccession(requestId: $id) {
      id
      state
      viewerCan
    }
  }
`;

export type SuccessionRequest = SuccessionRequestQuery['successionRequest'];
