import { gql } from 'urql';
import type {
  BlockedPeopleQuery,
  BlockedPeopleQueryVariables,
  BlockMutation,
  BlockMutationVariables,
  ReportMutation,
  ReportMutationVariables,
  UnblockMutation,
  UnblockMutationVariables,
} from '../../../gql/types';

export const BLOCK = gql<BlockMutation, BlockMutationVariables>`
  mutation Block($subject: Blockable!, $subjectId: ID!) {
    block(subject: $subject, subjectId: $subjectId) {
      id
      knownAs
    }
  }
`;

export const UNBLOCK = gql<UnblockMutation, UnblockMutationVariables>`
  mutation Unblock($blockId: ID!) {
    unblock(blockId: $blockId)
  }
`;

export const BLOCKED_PEOPLE = gql<BlockedPeopleQuery, BlockedPeopleQueryVariables>`
  query BlockedPeople {
    blockedPeople {
      id
      knownAs
      createdAt
    }
  }
`;

export const REPORT = gql<ReportMutation, ReportMutationVariables>`
  mutation Report($input: ReportInput!) {
    report(input: $input)
  }
`;
