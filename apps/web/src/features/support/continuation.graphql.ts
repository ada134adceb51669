import { gql } from 'urql';
import type {
  KeepSupportCaseOpenMutation,
  KeepSupportCaseOpenMutationVariables,
  ReopenSupportCaseMutation,
  ReopenSupportCaseMutationVariables,
} from '../../gql/types';

export const KEEP_SUPPORT_CASE_OPEN = gql<
  KeepSupportCaseOpenMutation,
  KeepSupportCaseOpenMutationVariables
>`
  mutation KeepSupportCaseOpen($id: ID!) {
    keepSupportCaseOpen(id: $id)
  }
`;

export const REOPEN_SUPPORT_CASE = gql<
  ReopenSupportCaseMutation,
  ReopenSupportCaseMutationVariables
>`
  mutation ReopenSupportCase($id: ID!) {
    reopenSupportCase(id: $id) {
      id
      stage
      viewerCan
    }
  }
`;
