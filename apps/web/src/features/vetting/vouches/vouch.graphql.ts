import { gql } from 'urql';
import type {
  GiveVouchMutation,
  GiveVouchMutationVariables,
  MyVouchesQuery,
  MyVouchesQueryVariables,
  WithdrawVouchMutation,
  WithdrawVouchMutationVariables,
} from '../../../gql/types';

export type MyVouch = MyVouchesQuery['myVouches']['items'][number];

export const MY_VOUCHES_QUERY = gql<MyVouchesQuery, MyVouchesQueryVariables>`
  query MyVouches($after: String) {
    myVouches(after: $after) {
      items {
        id
        createdAt
        withdrawnAt
        viewerCan
      }
      nextCursor
    }
    vouchQuota {
      leftNow
      leftInAll
    }
  }
`;

export const GIVE_VOUCH = gql<GiveVouchMutation, GiveVouchMutationVariables>`
  mutation GiveVouch($input: VouchInput!) {
    giveVouch(input: $input) {
      id
    }
  }
`;

export const WITHDRAW_VOUCH = gql<WithdrawVouchMutation, WithdrawVouchMutationVariables>`
  mutation WithdrawVouch($input: WithdrawVouchInput!) {
    withdrawVouch(input: $input) {
      id
      withdrawnAt
      viewerCan
    }
  }
`;
