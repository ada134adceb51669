import { gql } from 'urql';
import type { ChannelsQuery, ChannelsQueryVariables } from '../../../gql/types';

export const CHANNELS_QUERY = gql<ChannelsQuery, ChannelsQueryVariables>`
  query Channels {
    groupsForNewChannel {
      id
    }
    channels {
      id
      name
      allyId
      isEnded
      unreadCount
      generalUnreadCount
      level
      lastMessage {
        id
        seq
        version
        isMine
        authorName
        createdAt
        expiresAt
        text
        fileKind
        isDeleted
        isFolded
        retention
      }
      shortenings {
        upTo
        seconds
      }
      group {
        id
        kind
        slug
        name
        picture
      }
    }
  }
`;

export type ChannelListItem = ChannelsQuery['channels'][number];
export type LastMessage = NonNullable<ChannelListItem['lastMessage']>;
