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

export const BLOCK_PERSON = gql<BlockMutation, BlockMutationVariables>`
  mutation Block($subject: Blockable!, $subjectId: ID!) {
    block(subject: $subject, subjectId: $subjectId) {
      id
      knownAs
    }
  }
`;

export const UNBLOCK_PERSON = gql<UnblockMutation, UnblockMutationVariables>`
  mutation Unblock($blockId: ID!) {
    unblock(blockId: $blockId)
  }
`;

export const BLOCKED_PEOPLE_QUERY = gql<BlockedPeopleQuery, BlockedPeopleQueryVariables>`
  query BlockedPeople {
    blockedPeople {
      id
      knownAs
      createdAt
    }
  }
`;

export const SEND_REPORT = gql<ReportMutation, ReportMutationVariables>`
  mutation Report($input: ReportInput!) {
    report(input: $input)
  }
`;
