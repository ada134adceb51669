import { gql } from 'urql';
import type {
  CurrentCaseLimitsQuery,
  CurrentCaseLimitsQueryVariables,
  RequestCaseLimitsMutation,
  RequestCaseLimitsMutationVariables,
} from '../../../gql/types';

export const CASE_LIMITS = gql<CurrentCaseLimitsQuery, CurrentCaseLimitsQueryVariables>`
  query CurrentCaseLimits {
    caseLimits {
      open
      urgent
    }
  }
`;

export const REQUEST_CASE_LIMITS = gql<
  RequestCaseLimitsMutation,
  RequestCaseLimitsMutationVariables
>`
  mutation RequestCaseLimits($input: CaseLimitsInput!) {
    askToChangeCaseLimits(input: $input) {
      id
    }
  }
`;
