import { gql } from 'urql';
import type {
  DeleteSavedSearchMutation,
  DeleteSavedSearchMutationVariables,
  RenameSavedSearchMutation,
  RenameSavedSearchMutationVariables,
  SavedSearchesQuery,
  SavedSearchesQueryVariables,
  SaveSearchMutation,
  SaveSearchMutationVariables,
} from '../../../gql/types';

export const SAVED_SEARCHES_QUERY = gql<SavedSearchesQuery, SavedSearchesQueryVariables>`
  query SavedSearches {
    savedSearches {
      id
      name
      chips
      words
    }
  }
`;

export type SavedSearch = SavedSearchesQuery['savedSearches'][number];

export const SAVE_SEARCH = gql<SaveSearchMutation, SaveSearchMutationVariables>`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      id
    }
  }
`;

export const RENAME_SAVED_SEARCH = gql<
  RenameSavedSearchMutation,
  RenameSavedSearchMutationVariables
>`
  mutation RenameSavedSearch($input: RenameSavedSearchInput!) {
    renameSavedSearch(input: $input) {
      id
      name
    }
  }
`;

export const DELETE_SAVED_SEARCH = gql<
  DeleteSavedSearchMutation,
  DeleteSavedSearchMutationVariables
>`
  mutation DeleteSavedSearch($id: ID!) {
    deleteSavedSearch(savedSearchId: $id)
  }
`;
