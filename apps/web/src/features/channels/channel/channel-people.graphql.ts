import { gql } from 'urql';
import type {
  ChannelPeopleQuery,
  ChannelPeopleQueryVariables,
  ChooseLevelMutation,
  ChooseLevelMutationVariables,
} from '../../../gql/types';

export const CHANNEL_PEOPLE_QUERY = gql<ChannelPeopleQuery, ChannelPeopleQueryVariables>`
  query ChannelPeople($id: ID!) {
    channelPeople(channelId: $id) {
      id
      name
    }
  }
`;

export const CHOOSE_NOTIFICATION_LEVEL = gql<ChooseLevelMutation, ChooseLevelMutationVariables>`
  mutation ChooseLevel($input: ChooseLevelInput!) {
    chooseLevel(input: $input) {
      id
      level
    }
  }
`;

export type ChannelPerson = ChannelPeopleQuery['channelPeople'][number];
