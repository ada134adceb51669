import { gql } from 'urql';
import type { ComingCallsQuery, ComingCallsQueryVariables } from '../../../gql/types';

export type ComingCalls = ComingCallsQuery;

export const COMING_CALLS = gql<ComingCallsQuery, ComingCallsQueryVariables>`
  query ComingCalls($isMember: Boolean!) {
    myIntroductoryCalls {
      requestId
      viewerSide
      requesterZone
      supporterZone
      startsAt
      endsAt
    }
    ... @include(if: $isMember) {
      myInterpretedCalls {
        id
        interpreterZone
        startsAt
        endsAt
      }
    }
  }
`;
