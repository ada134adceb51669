import { gql } from 'urql';
import type {
  AskForExitAddressMutation,
  AskForExitAddressMutationVariables,
  AskForOperatorMutation,
  AskForOperatorMutationVariables,
} from '../../../gql/types';

export const ASK_FOR_OPERATOR = gql<AskForOperatorMutation, AskForOperatorMutationVariables>`
  mutation AskForOperator($input: OperatorInput!) {
    askToChangeOperator(input: $input) {
      id
    }
  }
`;
export const ASK_FOR_EXIT_ADDRESS = gql<
  AskForExitAddressMutation,
  AskForExitAddressMutationVariables
>`
  mutation AskForExitAddress($input: ExitAddressInput!) {
    askToChangeExitAddress(input: $input) {
      id
    }
  }
`;
