import { gql } from 'urql';
import type { AskSupportMutation, AskSupportMutationVariables } from '../../gql/types';

export const ASK_SUPPORT = gql<AskSupportMutation, AskSupportMutationVariables>`
  mutation AskSupport($input: AskSupportInput!) {
    askSupport(input: $input) {
      id
    }
  }
`;
