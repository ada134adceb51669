import { gql } from 'urql';
import type {
  InboxQuery,
  InboxQueryVariables,
  InboxUnreadQuery,
  InboxUnreadQueryVariables,
  ReadInboxEntryMutation,
  ReadInboxEntryMutationVariables,
  ReadInboxMutation,
  ReadInboxMutationVariables,
  UndoReadInboxMutation,
  UndoReadInboxMutationVariables,
} from '../../gql/types';

export const INBOX = gql<InboxQuery, InboxQueryVariables>`
  query Inbox($after: String) {
    inboxUnread
    inbox(after: $after) {
      nextCursor
      items {
        id
        kind
        at
        isUnread
        message {
          id
          channelId
          authorId
          authorName
          body
          expiresAt
        }
        introduction {
          id
          person {
            personId
            name
          }
        }
        suggestion {
          id
        }
        groupInvitation {
          id
          group {
            id
            name
          }
        }
        stewardshipOffer {
          id
          group {
            id
            name
          }
        }
        organisationInvitation {
          id
          organisation {
            id
            name
          }
        }
        group {
          id
          slug
          name
        }
        joinRequest {
          id
          name
          group {
            id
            slug
            name
          }
        }
      }
    }
  }
`;

export const INBOX_UNREAD = gql<InboxUnreadQuery, InboxUnreadQueryVariables>`
  query InboxUnread {
    inboxUnread
  }
`;

export const READ_INBOX = gql<ReadInboxMutation, ReadInboxMutationVariables>`
  mutation ReadInbox {
    readInbox
  }
`;

export const UNDO_READ_INBOX = gql<UndoReadInboxMutation, UndoReadInboxMutationVariables>`
  mutation UndoReadInbox {
    undoReadInbox
  }
`;

export const READ_INBOX_ENTRY = gql<ReadInboxEntryMutation, ReadInboxEntryMutationVariables>`
  mutation ReadInboxEntry($id: ID!) {
    readInboxEntry(messageId: $id)
  }
`;

export type InboxItem = InboxQuery['inbox']['items'][number];
