import { gql } from 'urql';
import type {
  AskLongerMutation,
  AskLongerMutationVariables,
  LongestRetentionQuery,
  LongestRetentionQueryVariables,
  ShortenRetentionMutation,
  ShortenRetentionMutationVariables,
} from '../../../gql/types';

export const LONGEST_RETENTION_QUERY = gql<LongestRetentionQuery, LongestRetentionQueryVariables>`
  query LongestRetention {
    longestRetentionDays
  }
`;

export const SHORTEN_RETENTION = gql<ShortenRetentionMutation, ShortenRetentionMutationVariables>`
  mutation ShortenRetention($input: ShortenRetentionInput!) {
    shortenRetention(input: $input) {
      id
      retention
      keptSeconds
    }
  }
`;

export const REQUEST_LONGER_RETENTION = gql<AskLongerMutation, AskLongerMutationVariables>`
  mutation AskLonger($input: LengthenRetentionInput!) {
    askToLengthenRetention(input: $input) {
      id
    }
  }
`;
