import { gql } from 'urql';
import type {
  ChangesQuery,
  ChangesQueryVariables,
  ChannelQuery,
  ChannelQueryVariables,
  ChannelsQuery,
  ChannelsQueryVariables,
  DeleteMessageMutation,
  DeleteMessageMutationVariables,
  EditMessageMutation,
  EditMessageMutationVariables,
  HistoryQuery,
  HistoryQueryVariables,
  MarkReadMutation,
  MarkReadMutationVariables,
  PostMessageMutation,
  PostMessageMutationVariables,
} from '../../gql/types';

export const CHANNELS = gql<ChannelsQuery, ChannelsQueryVariables>`
  query Channels {
    channels {
      id
      name
      allyId
      unreadCount
      group {
        id
        name
      }
    }
  }
`;

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
    messages(channelId: $channelId, before: $before, first: 30) {
      items {
        id
        channelId
        seq
        version
        authorId
        authorName
        body
        createdAt
        editedAt
        isDeleted
      }
      hasMore
      upTo
      from
    }
  }
`;

export const CHANGES = gql<ChangesQuery, ChangesQueryVariables>`
  query Changes($channelId: ID!, $after: Int!) {
    changes(channelId: $channelId, after: $after) {
      items {
        id
        channelId
        seq
        version
        authorId
        authorName
        body
        createdAt
        editedAt
        isDeleted
      }
      hasMore
      upTo
      from
    }
  }
`;

export const POST_MESSAGE = gql<PostMessageMutation, PostMessageMutationVariables>`
  mutation PostMessage($input: PostMessageInput!) {
    postMessage(input: $input) {
      id
      channelId
      seq
      version
      authorId
      authorName
      body
      createdAt
      editedAt
      isDeleted
    }
  }
`;

export const EDIT_MESSAGE = gql<EditMessageMutation, EditMessageMutationVariables>`
  mutation EditMessage($input: EditMessageInput!) {
    editMessage(input: $input) {
      id
      channelId
      seq
      version
      authorId
      authorName
      body
      createdAt
      editedAt
      isDeleted
    }
  }
`;

export const DELETE_MESSAGE = gql<DeleteMessageMutation, DeleteMessageMutationVariables>`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(messageId: $id) {
      id
      channelId
      seq
      version
      authorId
      authorName
      body
      createdAt
      editedAt
      isDeleted
    }
  }
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
