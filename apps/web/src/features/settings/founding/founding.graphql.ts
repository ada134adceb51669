import { gql } from 'urql';
import type {
  AskForLongestRetentionMutation,
  AskForLongestRetentionMutationVariables,
  AskForVouchesMutation,
  AskForVouchesMutationVariables,
  CloseFoundingMutation,
  CloseFoundingMutationVariables,
  FoundingQuery,
  FoundingQueryVariables,
  SettingsQuery,
  SettingsQueryVariables,
} from '../../../gql/types';

export const FOUNDING_QUERY = gql<FoundingQuery, FoundingQueryVariables>`
  query Founding {
    founding {
      foundedAt
      closedAt
      canClose
      areApplicationsOpen
      seats {
        duties
        isTaken
      }
    }
  }
`;
export const CLOSE_FOUNDING = gql<CloseFoundingMutation, CloseFoundingMutationVariables>`
  mutation CloseFounding {
    closeFounding {
      foundedAt
      closedAt
      canClose
      areApplicationsOpen
    }
  }
`;

export type Founding = FoundingQuery['founding'];

export const SETTINGS_QUERY = gql<SettingsQuery, SettingsQueryVariables>`
  query Settings {
    settings {
      vouchesNeeded
      isFoundingRule
      longestRetentionDays
      operator {
        name
        contact
      }
      exitAddress
    }
  }
`;
export const REQUEST_VOUCHES_CHANGE = gql<AskForVouchesMutation, AskForVouchesMutationVariables>`
  mutation AskForVouches($input: VouchesNeededInput!) {
    askToChangeVouchesNeeded(input: $input) {
      id
    }
  }
`;
export const REQUEST_RETENTION_CHANGE = gql<
  AskForLongestRetentionMutation,
  AskForLongestRetentionMutationVariables
>`
  mutation AskForLongestRetention($input: LongestRetentionInput!) {
    askToChangeLongestRetention(input: $input) {
      id
    }
  }
`;
