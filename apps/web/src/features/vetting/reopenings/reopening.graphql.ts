import { gql } from 'urql';
import type {
  ClaimReopeningMutation,
  ClaimReopeningMutationVariables,
  JudgeReopeningMutation,
  JudgeReopeningMutationVariables,
  OpenReopeningMutation,
  OpenReopeningMutationVariables,
  QueuedReopeningQuery,
  QueuedReopeningQueryVariables,
  ReleaseReopeningMutation,
  ReleaseReopeningMutationVariables,
} from '../../../gql/types';

export type ReopeningFile = OpenReopeningMutation['openReopening'];

/**
 * Polled by an open file: whether it is still available, and whether it has changed. Unlike opening, this is not
 * audited.
 */
export const QUEUED_REOPENING_QUERY = gql<QueuedReopeningQuery, QueuedReopeningQueryVariables>`
  query QueuedReopening($id: ID!) {
    queuedReopening(id: $id) {
      id
      opinionsWritten
    }
  }
`;

export const CLAIM_REOPENING = gql<ClaimReopeningMutation, ClaimReopeningMutationVariables>`
  mutation ClaimReopening($id: ID!) {
    claimReopening(id: $id)
  }
`;

export const RELEASE_REOPENING = gql<ReleaseReopeningMutation, ReleaseReopeningMutationVariables>`
  mutation ReleaseReopening($id: ID!) {
    releaseReopening(id: $id)
  }
`;

export const OPEN_REOPENING = gql<OpenReopeningMutation, OpenReopeningMutationVariables>`
  mutation OpenReopening($id: ID!) {
    openReopening(id: $id) {
      id
      createdAt
      person {
        id
        name
      }
      reason
      words
      cameIn {
        month
        vouchesNeeded
        vouchesCounted
        isFoundingRule
      }
      claimEndsAt
      ownOpinion {
        says
        words
      }
      otherOpinions {
        says
        words
      }
      viewerCan
    }
  }
`;

export const JUDGE_REOPENING = gql<JudgeReopeningMutation, JudgeReopeningMutationVariables>`
  mutation JudgeReopening($input: JudgeReopeningInput!) {
    judgeReopening(input: $input)
  }
`;
