import { gql } from 'urql';
import type {
  EarlierTextsQuery,
  EarlierTextsQueryVariables,
  MarkUnreadMutation,
  MarkUnreadMutationVariables,
  PinMessageMutation,
  PinMessageMutationVariables,
  PinnedMessagesQuery,
  PinnedMessagesQueryVariables,
  QuotedQuery,
  QuotedQueryVariables,
  ReactorsQuery,
  ReactorsQueryVariables,
  DeleteMessageMutation,
  DeleteMessageMutationVariables,
  MessageActsQuery,
  MessageActsQueryVariables,
  RemoveMessageMutation,
  RemoveMessageMutationVariables,
  UndoDeleteMessageMutation,
  UndoDeleteMessageMutationVariables,
} from '../../../gql/types';
import { MESSAGE_FIELDS } from '../feed/message-fields.graphql';

export const MESSAGE_ACTIONS_QUERY = gql<MessageActsQuery, MessageActsQueryVariables>`
  query MessageActs($id: ID!) {
    message(id: $id) {
      id
      viewerCan
    }
  }
`;

export const REMOVE_MESSAGE = gql<RemoveMessageMutation, RemoveMessageMutationVariables>`
  mutation RemoveMessage($id: ID!) {
    removeMessage(messageId: $id) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const DELETE_MESSAGE = gql<DeleteMessageMutation, DeleteMessageMutationVariables>`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(messageId: $id) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const UNDO_DELETE_MESSAGE = gql<
  UndoDeleteMessageMutation,
  UndoDeleteMessageMutationVariables
>`
  mutation UndoDeleteMessage($id: ID!) {
    undoDeleteMessage(messageId: $id) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const PIN_MESSAGE = gql<PinMessageMutation, PinMessageMutationVariables>`
  mutation PinMessage($input: PinMessageInput!) {
    pinMessage(input: $input) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const PINNED_MESSAGES_QUERY = gql<PinnedMessagesQuery, PinnedMessagesQueryVariables>`
  query PinnedMessages($channelId: ID!) {
    pinnedMessages(channelId: $channelId) {
      id
      topicId
      authorId
      authorName
      isFolded
      body
      createdAt
      expiresAt
    }
  }
`;

export const REACTORS_QUERY = gql<ReactorsQuery, ReactorsQueryVariables>`
  query Reactors($id: ID!) {
    reactors(messageId: $id) {
      emoji
      authorId
      authorName
    }
  }
`;

export const EARLIER_TEXTS_QUERY = gql<EarlierTextsQuery, EarlierTextsQueryVariables>`
  query EarlierTexts($id: ID!) {
    earlierTexts(messageId: $id) {
      body
      writtenAt
    }
  }
`;

export const QUOTED_MESSAGE_QUERY = gql<QuotedQuery, QuotedQueryVariables>`
  query Quoted($id: ID!) {
    message(id: $id) {
      id
      channelId
      topicId
      seq
      authorId
      authorName
      isFolded
      body
      isDeleted
      expiresAt
    }
  }
`;

export const MARK_UNREAD_FROM_MESSAGE = gql<MarkUnreadMutation, MarkUnreadMutationVariables>`
  mutation MarkUnread($id: ID!) {
    markUnread(messageId: $id) {
      id
      readSeq
      unreadCount
      generalUnreadCount
    }
  }
`;
