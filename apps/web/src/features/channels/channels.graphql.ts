import { gql } from 'urql';
import type {
  ChangesQuery,
  ChangesQueryVariables,
  ChannelQuery,
  ChannelQueryVariables,
  HistoryQuery,
  HistoryQueryVariables,
  MarkReadMutation,
  MarkReadMutationVariables,
} from '../../gql/types';
import { SAID } from './said.graphql';

export const CHANNEL = gql<ChannelQuery, ChannelQueryVariables>`
  query Channel($id: ID!) {
    channel(id: $id) {
      id
      name
      allyId
      meId
      readSeq
      unreadCount
      isArchived
      isEnded
      blockedAuthorIds
      history
      level
      viewerCan
      group {
        id
        slug
        name
        memberCount
      }
    }
  }
`;

export const HISTORY = gql<HistoryQuery, HistoryQueryVariables>`
  query History($channelId: ID!, $before: Int) {
    messages(channelId: $channelId, before: $before, first: 50) {
      items {
        ...Said
      }
      hasMore
      upTo
      from
    }
  }
  ${SAID}
`;

export const CHANGES = gql<ChangesQuery, ChangesQueryVariables>`
  query Changes($channelId: ID!, $after: Int!) {
    changes(channelId: $channelId, after: $after) {
      items {
        ...Said
      }
      hasMore
      upTo
      from
    }
  }
  ${SAID}
`;

export const MARK_READ = gql<MarkReadMutation, MarkReadMutationVariables>`
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      id
      unreadCount
    }
  }
`;

export type Said = HistoryQuery['messages']['items'][number];
export type ChannelShown = ChannelQuery['channel'];
