import { gql } from 'urql';
import type {
  ApprovalQuery,
  ApprovalQueryVariables,
  ApprovalsQuery,
  ApprovalsQueryVariables,
  ApproveMutation,
  ApproveMutationVariables,
  ChangeReasonMutation,
  ChangeReasonMutationVariables,
  RefuseMutation,
  RefuseMutationVariables,
  WithdrawMutation,
  WithdrawMutationVariables,
} from '../../gql/types';

export const APPROVALS_QUERY = gql<ApprovalsQuery, ApprovalsQueryVariables>`
  query Approvals {
    twoPersonActs {
      id
      kind
      state
      reason
      isMine
      isDecidedByMe
      askedAt
      expiresAt
      shown {
        label
        value
      }
    }
  }
`;

export const APPROVAL_QUERY = gql<ApprovalQuery, ApprovalQueryVariables>`
  query Approval($id: ID!) {
    twoPersonAct(id: $id) {
      id
      kind
      state
      reason
      hash
      isMine
      isDecidedByMe
      askedAt
      expiresAt
      decidedAt
      missingDuty
      viewerCan
      shown {
        label
        value
        texts {
          part
          language
          before
          after
        }
      }
    }
  }
`;

export type Approval = ApprovalQuery['twoPersonAct'];
export type ApprovalListItem = ApprovalsQuery['twoPersonActs'][number];

export const APPROVE_ACT = gql<ApproveMutation, ApproveMutationVariables>`
  mutation Approve($input: ApproveTwoPersonActInput!) {
    approveTwoPersonAct(input: $input) {
      id
      state
    }
  }
`;
export const REFUSE_ACT = gql<RefuseMutation, RefuseMutationVariables>`
  mutation Refuse($id: ID!) {
    refuseTwoPersonAct(actId: $id) {
      id
      state
    }
  }
`;
export const WITHDRAW_ACT = gql<WithdrawMutation, WithdrawMutationVariables>`
  mutation Withdraw($id: ID!) {
    withdrawTwoPersonAct(actId: $id) {
      id
      state
    }
  }
`;
export const CHANGE_ACT_REASON = gql<ChangeReasonMutation, ChangeReasonMutationVariables>`
  mutation ChangeReason($input: ChangeTwoPersonActInput!) {
    changeTwoPersonAct(input: $input) {
      id
      hash
    }
  }
`;
