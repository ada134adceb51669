import { gql } from 'urql';
import type { SupportOpeningsQuery, SupportOpeningsQueryVariables } from '../../gql/types';

/** Lets the opening of a request reload the list also while it is empty: urql knows the types from the rows. */
export const SUPPORT_OPENINGS_CONTEXT = { additionalTypenames: ['SupportOpening'] };

export const SUPPORT_OPENINGS = gql<SupportOpeningsQuery, SupportOpeningsQueryVariables>`
  query SupportOpenings($id: ID!) {
    supportOpenings(id: $id) {
      openedAt
      reason
      supporterName
    }
  }
`;
