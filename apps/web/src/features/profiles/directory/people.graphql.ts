import { gql } from 'urql';
import type {
  PeopleQuery,
  PeopleQueryVariables,
  PersonQuery,
  PersonQueryVariables,
  ReadWordsQuery,
  ReadWordsQueryVariables,
} from '../../../gql/types';

export const PEOPLE_QUERY = gql<PeopleQuery, PeopleQueryVariables>`
  query People(
    $chips: [ID!]
    $words: String
    $order: PeopleOrder
    $after: String
    $language: Language!
  ) {
    people(chips: $chips, words: $words, order: $order, after: $after) {
      items {
        id
        takesRequests
        name
        avatar
        colour
        territories(language: $language) {
          shortName
        }
        practices(language: $language) {
          shortName
        }
        languages(language: $language) {
          shortName
        }
        interprets(language: $language) {
          shortName
        }
      }
      nextCursor
      isWithheld
    }
  }
`;

export const TERMS_IN_TEXT_QUERY = gql<ReadWordsQuery, ReadWordsQueryVariables>`
  query ReadWords($text: String!, $language: Language!) {
    readWords(text: $text, language: $language) {
      terms {
        id
      }
      rest
    }
  }
`;

export const PERSON_QUERY = gql<PersonQuery, PersonQueryVariables>`
  query Person($id: ID!, $language: Language!) {
    person(id: $id) {
      id
      takesRequests
      name
      avatar
      colour
      pronouns
      about
      organisation
      contact
      otherSkills
      supportSought
      viewerCan
      region(language: $language) {
        name
      }
      territories(language: $language) {
        shortName
      }
      issueAreas(language: $language) {
        shortName
      }
      practices(language: $language) {
        name
      }
      languages(language: $language) {
        shortName
      }
      interprets(language: $language) {
        shortName
      }
      skills(language: $language) {
        name
      }
      seeks(language: $language) {
        name
      }
    }
  }
`;
