import { gql } from 'urql';
import type {
  PauseSupportMutation,
  PauseSupportMutationVariables,
  SupportPauseQuery,
  SupportPauseQueryVariables,
} from '../../../gql/types';

export const SUPPORT_PAUSE = gql<SupportPauseQuery, SupportPauseQueryVariables>`
  query SupportPause {
    supportPause {
      isPaused
      supporterCount
      overdueCount
    }
  }
`;

export const PAUSE_SUPPORT = gql<PauseSupportMutation, PauseSupportMutationVariables>`
  mutation PauseSupport($isPaused: Boolean!) {
    pauseSupport(isPaused: $isPaused) {
      isPaused
      supporterCount
      overdueCount
    }
  }
`;
