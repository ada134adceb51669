import { gql } from 'urql';
import type { ChannelsQuery, ChannelsQueryVariables } from '../../../gql/types';

export const CHANNELS = gql<ChannelsQuery, ChannelsQueryVariables>`
  query Channels {
    channels {
      id
      name
      allyId
      isEnded
      unreadCount
      level
      shortenings {
        upTo
        seconds
      }
      group {
        id
        name
        myRole
      }
    }
  }
`;
