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

export const INBOX_QUERY = gql<InboxQuery, InboxQueryVariables>`
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
        successionRequest {
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
          kind
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

export const UNREAD_INBOX_QUERY = gql<InboxUnreadQuery, InboxUnreadQueryVariables>`
  query InboxUnread {
    inboxUnread
  }
`;

export const MARK_INBOX_READ = gql<ReadInboxMutation, ReadInboxMutationVariables>`
  mutation ReadInbox {
    readInbox
  }
`;

export const UNDO_MARK_INBOX_READ = gql<UndoReadInboxMutation, UndoReadInboxMutationVariables>`
  mutation UndoReadInbox {
    undoReadInbox
  }
`;

export const MARK_INBOX_ENTRY_READ = gql<ReadInboxEntryMutation, ReadInboxEntryMutationVariables>`
  mutation ReadInboxEntry($id: ID!) {
    readInboxEntry(messageId: $id)
  }
`;

export type InboxItem = InboxQuery['inbox']['items'][number];
