import { gql } from 'urql';
import type {
  ArchiveGroupMutation,
  ArchiveGroupMutationVariables,
  GroupArchiveQuery,
  GroupArchiveQueryVariables,
  UnarchiveGroupMutation,
  UnarchiveGroupMutationVariables,
} from '../../gql/types';

export const GROUP_ARCHIVE_QUERY = gql<GroupArchiveQuery, GroupArchiveQueryVariables>`
  query GroupArchive($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      unarchivableUntil
      deletedAt
      memberCount
      participations {
        id
      }
      viewerCan
    }
  }
`;

export const ARCHIVE_GROUP = gql<ArchiveGroupMutation, ArchiveGroupMutationVariables>`
  mutation ArchiveGroup($id: ID!) {
    archiveGroup(groupId: $id) {
      id
      unarchivableUntil
      deletedAt
      viewerCan
    }
  }
`;

export const UNARCHIVE_GROUP = gql<UnarchiveGroupMutation, UnarchiveGroupMutationVariables>`
  mutation UnarchiveGroup($id: ID!) {
    unarchiveGroup(groupId: $id) {
      id
      unarchivableUntil
      deletedAt
      viewerCan
    }
  }
`;
