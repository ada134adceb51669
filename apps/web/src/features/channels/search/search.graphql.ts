import { gql } from 'urql';
import type {
  SearchAuthorsQuery,
  SearchAuthorsQueryVariables,
  SearchMessagesQuery,
  SearchMessagesQueryVariables,
} from '../../../gql/types';

export const SEARCH_MESSAGES = gql<SearchMessagesQuery, SearchMessagesQueryVariables>`
  query SearchMessages(
    $text: String!
    $channelId: ID
    $authorId: ID
    $from: DateTime
    $until: DateTime
    $after: String
  ) {
    searchMessages(
      text: $text
      channelId: $channelId
      authorId: $authorId
      from: $from
      until: $until
      after: $after
    ) {
      items {
        isFolded
        channel {
          id
          name
        }
        message {
          id
          channelId
          authorId
          authorName
          body
          createdAt
          expiresAt
        }
      }
      nextCursor
    }
  }
`;

export const SEARCH_AUTHORS_QUERY = gql<SearchAuthorsQuery, SearchAuthorsQueryVariables>`
  query SearchAuthors($groupId: ID!, $words: String) {
    groupMembers(groupId: $groupId, words: $words) {
      items {
        id
        name
      }
    }
  }
`;

export type FoundMessage = SearchMessagesQuery['searchMessages']['items'][number];
