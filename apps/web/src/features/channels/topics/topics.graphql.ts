import { gql } from 'urql';
import type {
  CloseTopicMutation,
  CloseTopicMutationVariables,
  RenameTopicMutation,
  RenameTopicMutationVariables,
  ReopenTopicMutation,
  ReopenTopicMutationVariables,
  StartTopicMutation,
  StartTopicMutationVariables,
} from '../../../gql/types';

export const START_TOPIC = gql<StartTopicMutation, StartTopicMutationVariables>`
  mutation StartTopic($input: StartTopicInput!) {
    startTopic(input: $input) {
      id
      channelId
    }
  }
`;

export const RENAME_TOPIC = gql<RenameTopicMutation, RenameTopicMutationVariables>`
  mutation RenameTopic($input: RenameTopicInput!) {
    renameTopic(input: $input) {
      id
      name
    }
  }
`;

export const CLOSE_TOPIC = gql<CloseTopicMutation, CloseTopicMutationVariables>`
  mutation CloseTopic($id: ID!) {
    closeTopic(topicId: $id) {
      id
      isClosed
    }
  }
`;

export const REOPEN_TOPIC = gql<ReopenTopicMutation, ReopenTopicMutationVariables>`
  mutation ReopenTopic($id: ID!) {
    reopenTopic(topicId: $id) {
      id
      isClosed
    }
  }
`;
