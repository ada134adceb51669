import { gql } from 'urql';
import type {
  AddCaseTaskMutation,
  AddCaseTaskMutationVariables,
  CaseTasksQuery,
  CaseTasksQueryVariables,
  EditCaseTaskMutation,
  EditCaseTaskMutationVariables,
  MarkCaseTaskMutation,
  MarkCaseTaskMutationVariables,
  RemoveCaseTaskMutation,
  RemoveCaseTaskMutationVariables,
} from '../../../gql/types';

export type Task = CaseTasksQuery['caseTasks'][number];

/** Types that these mutations change, and their results do not contain. */
export const TASK_CHANGES = ['CaseTask'];

export const CASE_TASKS = gql<CaseTasksQuery, CaseTasksQueryVariables>`
  query CaseTasks($id: ID!) {
    caseTasks(id: $id) {
      id
      text
      supporter {
        id
        workName
      }
      dueOn
      readAs
      doneAt
    }
  }
`;

export const ADD_CASE_TASK = gql<AddCaseTaskMutation, AddCaseTaskMutationVariables>`
  mutation AddCaseTask($input: AddCaseTaskInput!) {
    addCaseTask(input: $input)
  }
`;

export const EDIT_CASE_TASK = gql<EditCaseTaskMutation, EditCaseTaskMutationVariables>`
  mutation EditCaseTask($input: EditCaseTaskInput!) {
    editCaseTask(input: $input)
  }
`;

export const MARK_CASE_TASK = gql<MarkCaseTaskMutation, MarkCaseTaskMutationVariables>`
  mutation MarkCaseTask($input: MarkCaseTaskInput!) {
    markCaseTask(input: $input)
  }
`;

export const REMOVE_CASE_TASK = gql<RemoveCaseTaskMutation, RemoveCaseTaskMutationVariables>`
  mutation RemoveCaseTask($input: CaseTaskInput!) {
    removeCaseTask(input: $input)
  }
`;
