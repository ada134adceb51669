import { gql } from 'urql';
import type { AskForOperatorMutation, AskForOperatorMutationVariables } from '../../../gql/types';

export const ASK_FOR_OPERATOR = gql<AskForOperatorMutation, AskForOperatorMutationVariables>`
  mutation AskForOperator($input: OperatorInput!) {
    askToChangeOperator(input: $input) {
      id
    }
  }
`;
