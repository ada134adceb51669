import { gql } from 'urql';
import type { DecisionLogQuery, DecisionLogQueryVariables } from '../../../gql/types';

export type DecisionListItem = DecisionLogQuery['decisionLog']['items'][number];

export const DECISIONS_QUERY = gql<DecisionLogQuery, DecisionLogQueryVariables>`
  query DecisionLog($after: String) {
    decisionLog(first: 20, after: $after) {
      items {
        id
        outcome
        round
        reasonClass
        words
        vouchesNeeded
        vouchesCounted
        isFoundingRule
        decidedAt
      }
      nextCursor
    }
  }
`;
