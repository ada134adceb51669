import { gql } from 'urql';
import type {
  CaseThreadsQuery,
  CaseThreadsQueryVariables,
  ThreadQuery,
  ThreadQueryVariables,
} from '../../../gql/types';

export type CaseThread = CaseThreadsQuery['caseThreads'][number];
export type ThreadChannel = ThreadQuery['channel'];

export const CASE_THREADS = gql<CaseThreadsQuery, CaseThreadsQueryVariables>`
  query CaseThreads {
    caseThreads {
      channelId
      requestId
      kind
      unreadCount
    }
  }
`;

/** A thread as a channel. Unlike the query of other channels, its result is not stored on the device. */
export const THREAD = gql<ThreadQuery, ThreadQueryVariables>`
  query Thread($id: ID!) {
    channel(id: $id) {
      id
      meId
      thread
      readSeq
      generalUnreadCount
      viewerCan
      supportAnswers {
        workName
        words
        at
      }
    }
  }
`;
