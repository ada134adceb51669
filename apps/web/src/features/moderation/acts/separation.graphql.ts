import { gql } from 'urql';
import type {
  LiftSeparationMutation,
  LiftSeparationMutationVariables,
  SeparateReportedMutation,
  SeparateReportedMutationVariables,
  SharedGroupsQuery,
  SharedGroupsQueryVariables,
} from '../../../gql/types';

export type SharedGroup = SharedGroupsQuery['sharedGroups'][number];

export const SHARED_GROUPS_QUERY = gql<SharedGroupsQuery, SharedGroupsQueryVariables>`
  query SharedGroups($reportId: ID!) {
    sharedGroups(reportId: $reportId) {
      groupId
      name
      onlySteward
    }
  }
`;

export const SEPARATE_REPORTED_MEMBER = gql<
  SeparateReportedMutation,
  SeparateReportedMutationVariables
>`
  mutation SeparateReported($input: SeparateInput!) {
    separateReported(input: $input) {
      id
    }
  }
`;

export const LIFT_SEPARATION = gql<LiftSeparationMutation, LiftSeparationMutationVariables>`
  mutation LiftSeparation($input: LiftSeparationInput!) {
    liftSeparation(input: $input)
  }
`;
