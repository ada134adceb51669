import { gql } from 'urql';
import type {
  EditMessageMutation,
  EditMessageMutationVariables,
  PostMessageMutation,
  PostMessageMutationVariables,
} from '../../gql/types';

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
      clientId
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
      clientId
    }
  }
`;
