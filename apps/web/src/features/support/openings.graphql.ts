import { gql } from 'urql';
import type { SupportOpeningsQuery, SupportOpeningsQueryVariables } from '../../gql/types';

export const SUPPORT_OPENINGS = gql<SupportOpeningsQuery, SupportOpeningsQueryVariables>`
  query SupportOpenings($id: ID!) {
    supportOpenings(id: $id) {
      openedAt
      reason
      supporterName
    }
  }
`;
