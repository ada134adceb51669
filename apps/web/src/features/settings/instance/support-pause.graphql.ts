import { gql } from 'urql';
import type {
  AllowAskingWithoutAccountMutation,
  AllowAskingWithoutAccountMutationVariables,
  PauseSupportMutation,
  PauseSupportMutationVariables,
  SupportPauseQuery,
  SupportPauseQueryVariables,
} from '../../../gql/types';

export const SUPPORT_PAUSE = gql<SupportPauseQuery, SupportPauseQueryVariables>`
  query SupportPause {
    supportPause {
      isPaused
      canAskWithoutAccount
      supporterCount
      overdueCount
    }
  }
`;

export const PAUSE_SUPPORT = gql<PauseSupportMutation, PauseSupportMutationVariables>`
  mutation PauseSupport($isPaused: Boolean!) {
    pauseSupport(isPaused: $isPaused) {
      isPaused
      canAskWithoutAccount
      supporterCount
      overdueCount
    }
  }
`;

export const ALLOW_ASKING_WITHOUT_ACCOUNT = gql<
  AllowAskingWithoutAccountMutation,
  AllowAskingWithoutAccountMutationVariables
>`
  mutation AllowAskingWithoutAccount($isAllowed: Boolean!) {
    allowAskingWithoutAccount(isAllowed: $isAllowed) {
      isPaused
      canAskWithoutAccount
      supporterCount
      overdueCount
    }
  }
`;
