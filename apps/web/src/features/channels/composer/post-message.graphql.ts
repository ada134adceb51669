import { gql } from 'urql';
import type {
  EditMessageMutation,
  EditMessageMutationVariables,
  PostMessageMutation,
  PostMessageMutationVariables,
  ReactMutation,
  ReactMutationVariables,
} from '../../../gql/types';
import { MESSAGE_FIELDS } from '../feed/message-fields.graphql';

export const POST_MESSAGE = gql<PostMessageMutation, PostMessageMutationVariables>`
  mutation PostMessage($input: PostMessageInput!) {
    postMessage(input: $input) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const EDIT_MESSAGE = gql<EditMessageMutation, EditMessageMutationVariables>`
  mutation EditMessage($input: EditMessageInput!) {
    editMessage(input: $input) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;

export const REACT_TO_MESSAGE = gql<ReactMutation, ReactMutationVariables>`
  mutation React($input: ReactInput!) {
    react(input: $input) {
      ...Said
    }
  }
  ${MESSAGE_FIELDS}
`;
