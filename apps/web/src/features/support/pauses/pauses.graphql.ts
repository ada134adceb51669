import { gql } from 'urql';
import type {
  ComeBackToCaseMutation,
  ComeBackToCaseMutationVariables,
  LeaveOwnCaseMutation,
  LeaveOwnCaseMutationVariables,
  TakeOverCaseMutation,
  TakeOverCaseMutationVariables,
} from '../../../gql/types';

/** Types that these mutations change, and their results do not contain. */
export const PAUSE_CHANGES = ['SupportRequest', 'PartnerCase', 'CasePartnerView', 'CaseThread'];

export const LEAVE_OWN_CASE = gql<LeaveOwnCaseMutation, LeaveOwnCaseMutationVariables>`
  mutation LeaveOwnCase($id: ID!) {
    leaveOwnCase(id: $id)
  }
`;

export const COME_BACK_TO_CASE = gql<ComeBackToCaseMutation, ComeBackToCaseMutationVariables>`
  mutation ComeBackToCase($id: ID!) {
    comeBackToCase(id: $id)
  }
`;

export const TAKE_OVER_CASE = gql<TakeOverCaseMutation, TakeOverCaseMutationVariables>`
  mutation TakeOverCase($id: ID!) {
    takeOverCase(id: $id)
  }
`;
