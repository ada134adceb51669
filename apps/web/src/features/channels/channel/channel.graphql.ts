import { gql } from 'urql';
import type { ChannelQuery, ChannelQueryVariables } from '../../../gql/types';

export const CHANNEL_QUERY = gql<ChannelQuery, ChannelQueryVariables>`
  query Channel($id: ID!) {
    channel(id: $id) {
      id
      name
      allyId
      meId
      readSeq
      generalUnreadCount
      isArchived
      isEnded
      blockedAuthorIds
      history
      isHistoryCut
      level
      retention
      keptSeconds
      retentionRequestId
      viewerCan
      topics {
        id
        name
        isClosed
        readSeq
        unreadCount
        viewerCan
      }
      group {
        id
        kind
        slug
        name
        memberCount
        agreementsChange {
          graceEndsAt
          isReadOnly
        }
        archivedAt
      }
    }
  }
`;
