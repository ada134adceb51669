import { gql } from 'urql';
import type {
  ChangesQuery,
  ChangesQueryVariables,
  ChannelQuery,
  HistoryQuery,
  HistoryQueryVariables,
  MarkReadMutation,
  MarkReadMutationVariables,
} from '../../../gql/types';
import { MESSAGE_FIELDS } from '../feed/message-fields.graphql';

export const MESSAGE_HISTORY_QUERY = gql<HistoryQuery, HistoryQueryVariables>`
  query History($channelId: ID!, $topicId: ID, $before: Int) {
    messages(channelId: $channelId, topicId: $topicId, before: $before, first: 50) {
      items {
        ...Said
      }
      hasMore
      upTo
      from
      shortenings {
        upTo
        seconds
      }
    }
  }
  ${MESSAGE_FIELDS}
`;

export const MESSAGE_CHANGES_QUERY = gql<ChangesQuery, ChangesQueryVariables>`
  query Changes($channelId: ID!, $after: Int!) {
    changes(channelId: $channelId, after: $after) {
      items {
        ...Said
      }
      hasMore
      upTo
      from
      shortenings {
        upTo
        seconds
      }
    }
  }
  ${MESSAGE_FIELDS}
`;

export const MARK_FEED_READ = gql<MarkReadMutation, MarkReadMutationVariables>`
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      id
      unreadCount
      generalUnreadCount
    }
  }
`;

export type ChannelMessage = HistoryQuery['messages']['items'][number];
export type ChannelData = ChannelQuery['channel'];
export type TopicData = ChannelData['topics'][number];
