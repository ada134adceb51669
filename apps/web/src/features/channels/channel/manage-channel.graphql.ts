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

/** `viewerCan` says in which of these groups the viewer may create a channel. */
export const GROUPS_FOR_NEW_CHANNEL_QUERY = gql<
  GroupsToSpeakInQuery,
  GroupsToSpeakInQueryVariables
>`
  query GroupsToSpeakIn {
    myGroups {
      id
      slug
      name
      viewerCan
    }
    myCoalitions {
      id
      slug
      name
      viewerCan
    }
  }
`;
