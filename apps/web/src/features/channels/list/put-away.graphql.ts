import { gql } from 'urql';
import type {
  BringBackMutation,
  BringBackMutationVariables,
  ConversationsPutAwayQuery,
  ConversationsPutAwayQueryVariables,
  PutAwayMutation,
  PutAwayMutationVariables,
} from '../../../gql/types';

export const PUT_AWAY = gql<PutAwayMutation, PutAwayMutationVariables>`
  mutation PutAway($id: ID!) {
    putAwayConversation(channelId: $id)
  }
`;

export const BRING_BACK = gql<BringBackMutation, BringBackMutationVariables>`
  mutation BringBack($id: ID!) {
    bringBackConversation(channelId: $id)
  }
`;

export const CONVERSATIONS_PUT_AWAY = gql<
  ConversationsPutAwayQuery,
  ConversationsPutAwayQueryVariables
>`
  query ConversationsPutAway {
    conversationsPutAway {
      id
      name
      putAwayAt
    }
  }
`;
