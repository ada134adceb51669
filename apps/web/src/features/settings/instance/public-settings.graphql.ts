import { gql } from 'urql';
import type {
  AskForExitAddressMutation,
  AskForExitAddressMutationVariables,
  AskForOperatorMutation,
  AskForOperatorMutationVariables,
} from '../../../gql/types';

export const REQUEST_OPERATOR_CHANGE = gql<AskForOperatorMutation, AskForOperatorMutationVariables>`
  mutation AskForOperator($input: OperatorInput!) {
    askToChangeOperator(input: $input) {
      id
    }
  }
`;
export const REQUEST_EXIT_ADDRESS_CHANGE = gql<
  AskForExitAddressMutation,
  AskForExitAddressMutationVariables
>`
  mutation AskForExitAddress($input: ExitAddressInput!) {
    askToChangeExitAddress(input: $input) {
      id
    }
  }
`;
