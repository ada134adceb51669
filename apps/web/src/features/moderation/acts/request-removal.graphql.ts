import { gql } from 'urql';
import type {
  AskToRemoveMemberMutation,
  AskToRemoveMemberMutationVariables,
} from '../../../gql/types';

export const REQUEST_MEMBER_REMOVAL = gql<
  AskToRemoveMemberMutation,
  AskToRemoveMemberMutationVariables
>`
  mutation AskToRemoveMember($input: AskRemovalInput!) {
    askToRemoveMember(input: $input) {
      id
    }
  }
`;
