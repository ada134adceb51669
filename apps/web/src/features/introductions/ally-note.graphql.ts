import { gql } from 'urql';
import type {
  AllyNoteQuery,
  AllyNoteQueryVariables,
  SetAllyNoteMutation,
  SetAllyNoteMutationVariables,
} from '../../gql/types';

export const ALLY_NOTE_QUERY = gql<AllyNoteQuery, AllyNoteQueryVariables>`
  query AllyNote($personId: ID!) {
    allyNote(personId: $personId) {
      text
      version
    }
  }
`;

export const SET_ALLY_NOTE = gql<SetAllyNoteMutation, SetAllyNoteMutationVariables>`
  mutation SetAllyNote($input: AllyNoteInput!) {
    setAllyNote(input: $input) {
      text
      version
    }
  }
`;
