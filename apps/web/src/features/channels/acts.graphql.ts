import { gql } from 'urql';
import type {
  DeleteMessageMutation,
  DeleteMessageMutationVariables,
  MessageActsQuery,
  MessageActsQueryVariables,
  RemoveMessageMutation,
  RemoveMessageMutationVariables,
} from '../../gql/types';

export const MESSAGE_ACTS = gql<MessageActsQuery, MessageActsQueryVariables>`
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
      clientId
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
      clientId
    }
  }
`;
