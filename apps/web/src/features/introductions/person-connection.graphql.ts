import { gql } from 'urql';
import type { BetweenQuery, BetweenQueryVariables } from '../../gql/types';

/** The viewer's introductions and alliance with one other person. */
export const PERSON_CONNECTION_QUERY = gql<BetweenQuery, BetweenQueryVariables>`
  query Between($id: ID!) {
    asked: introductions(side: asker) {
      items {
        id
        state
        person {
          personId
        }
      }
    }
    waiting: introductions(side: asked) {
      items {
        id
        state
        person {
          personId
        }
      }
    }
    person(id: $id) {
      id
      conversationId
    }
  }
`;
