import { gql } from 'urql';
import type {
  ArchiveChannelMutation,
  ArchiveChannelMutationVariables,
  CreateChannelMutation,
  CreateChannelMutationVariables,
  RenameChannelMutation,
  RenameChannelMutationVariables,
  GroupsToSpeakInQuery,
  GroupsToSpeakInQueryVariables,
} from '../../../gql/types';

export const RENAME_CHANNEL = gql<RenameChannelMutation, RenameChannelMutationVariables>`
  mutation RenameChannel($input: RenameChannelInput!) {
    renameChannel(input: $input) {
      id
      name
    }
  }
`;

export const ARCHIVE_CHANNEL = gql<ArchiveChannelMutation, ArchiveChannelMutationVariables>`
  mutation ArchiveChannel($id: ID!) {
    archiveChannel(channelId: $id) {
      id
      isArchived
      viewerCan
    }
  }
`;

export const CREATE_CHANNEL = gql<CreateChannelMutation, CreateChannelMutationVariables>`
  mutation CreateChannel($input: CreateChannelInput!) {
    createChannel(input: $input) {
      id
    }
  }
`;

/** The groups and coalitions in which the viewer may create a channel, with the rights that the form needs. */
export const GROUPS_FOR_NEW_CHANNEL_QUERY = gql<
  GroupsToSpeakInQuery,
  GroupsToSpeakInQueryVariables
>`
  query GroupsToSpeakIn {
    groupsForNewChannel {
      id
      slug
      name
      viewerCan
    }
  }
`;
