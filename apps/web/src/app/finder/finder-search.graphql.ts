import { gql } from 'urql';
import type { FindQuery, FindQueryVariables } from '../../gql/types';

/** Each person in the result counts toward the viewer's daily limit of viewed people, as in the directory. */
export const FINDER_SEARCH_QUERY = gql<FindQuery, FindQueryVariables>`
  query Find($words: String!, $language: Language!) {
    people(words: $words, first: 5) {
      items {
        id
        name
        avatar
        colour
        territories(language: $language) {
          shortName
        }
      }
      isWithheld
    }
    groups(words: $words, withCoalitions: true) {
      items {
        id
        kind
        slug
        name
        purpose
        picture
      }
    }
  }
`;
