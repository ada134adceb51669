import { gql } from 'urql';
import type {
  AddTermWordMutation,
  AddTermWordMutationVariables,
  RemoveTermWordMutation,
  RemoveTermWordMutationVariables,
  TermWordsQuery,
  TermWordsQueryVariables,
} from '../../../gql/types';

export const TERM_WORDS_QUERY = gql<TermWordsQuery, TermWordsQueryVariables>`
  query TermWords($language: Language!) {
    termWords(language: $language) {
      kind
      term {
        id
        name
      }
      builtIn
      own {
        id
        language
        word
        alsoNames(language: $language) {
          id
          name
        }
      }
    }
  }
`;

export type TermWords = TermWordsQuery['termWords'][number];
export type InstanceWord = TermWords['own'][number];

export const ADD_TERM_WORD = gql<AddTermWordMutation, AddTermWordMutationVariables>`
  mutation AddTermWord($input: AddTermWordInput!, $language: Language!) {
    addTermWord(input: $input) {
      id
      alsoNames(language: $language) {
        id
        name
      }
    }
  }
`;

export const REMOVE_TERM_WORD = gql<RemoveTermWordMutation, RemoveTermWordMutationVariables>`
  mutation RemoveTermWord($id: ID!) {
    removeTermWord(termWordId: $id)
  }
`;
