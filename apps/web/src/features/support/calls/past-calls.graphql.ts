import { gql } from 'urql';
import type { PastCallsQuery, PastCallsQueryVariables } from '../../../gql/types';

export type PastCall = PastCallsQuery['pastCalls'][number];

export const PAST_CALLS = gql<PastCallsQuery, PastCallsQueryVariables>`
  query PastCalls($id: ID!) {
    pastCalls(requestId: $id) {
      id
      startsAt
      requesterZone
      supporterZone
      state
      endedBy
      outcome
    }
  }
`;
