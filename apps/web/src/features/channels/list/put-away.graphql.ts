import { gql } from 'urql';
import type {
  BringBackMutation,
  BringBackMutationVariables,
  ConversationsPutAwayQuery,
  ConversationsPutAwayQueryVariables,
  PutAwayMutation,
  PutAwayMutationVariables,
} from '../../../gql/types';

export const PUT_AWAY_CONVERSATION = gql<PutAwayMutation, PutAwayMutationVariables>`
  mutation PutAway($id: ID!) {
    putAwayConversation(channelId: $id)
  }
`;

export const BRING_BACK_CONVERSATION = gql<BringBackMutation, BringBackMutationVariables>`
  mutation BringBack($id: ID!) {
    bringBackConversation(channelId: $id)
  }
`;

export const CONVERSATIONS_PUT_AWAY_QUERY = gql<
  ConversationsPutAwayQuery,
  ConversationsPutAwayQueryVariables
>`
  query ConversationsPutAway {
    conversationsPutAway {
      id
      allyId
      name
      putAwayAt
    }
  }
`;
