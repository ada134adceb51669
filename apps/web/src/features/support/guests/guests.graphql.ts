import { gql } from 'urql';
import type {
  AskSupportAsGuestMutation,
  AskSupportAsGuestMutationVariables,
  ConfirmCasePhraseMutation,
  ConfirmCasePhraseMutationVariables,
  GuestAskingClosedBecauseQuery,
  GuestAskingClosedBecauseQueryVariables,
  TakeCasePhraseMutation,
  TakeCasePhraseMutationVariables,
} from '../../../gql/types';

export type NewPhrase = AskSupportAsGuestMutation['askSupportAsGuest'];

export const GUEST_ASKING = gql<
  GuestAskingClosedBecauseQuery,
  GuestAskingClosedBecauseQueryVariables
>`
  query GuestAskingClosedBecause {
    guestAskingClosedBecause
  }
`;

export const ASK_SUPPORT_AS_GUEST = gql<
  AskSupportAsGuestMutation,
  AskSupportAsGuestMutationVariables
>`
  mutation AskSupportAsGuest($input: AskAsGuestInput!) {
    askSupportAsGuest(input: $input) {
      requestId
      words
    }
  }
`;

export const TAKE_CASE_PHRASE = gql<TakeCasePhraseMutation, TakeCasePhraseMutationVariables>`
  mutation TakeCasePhrase($id: ID!) {
    takeCasePhrase(id: $id) {
      requestId
      words
    }
  }
`;

export const CONFIRM_CASE_PHRASE = gql<
  ConfirmCasePhraseMutation,
  ConfirmCasePhraseMutationVariables
>`
  mutation ConfirmCasePhrase($input: SavedCasePhraseInput!) {
    confirmCasePhrase(input: $input)
  }
`;
