import { gql } from 'urql';
import type {
  ExposureQuery,
  ExposureQueryVariables,
  FormerMembersQuery,
  FormerMembersQueryVariables,
} from '../../../gql/types';

/** For stewards: members whose membership ended in the last 30 days. */
export const FORMER_MEMBERS_QUERY = gql<FormerMembersQuery, FormerMembersQueryVariables>`
  query FormerMembers($groupId: ID!) {
    formerMembers(groupId: $groupId) {
      id
      name
      endedAt
    }
  }
`;

export const EXPOSURE_QUERY = gql<ExposureQuery, ExposureQueryVariables>`
  query Exposure($id: ID!) {
    exposure(membershipId: $id) {
      id
      name
      joinedAt
      endedAt
      readableUntil
      includesMemberList
      channels {
        id
        name
        isFromStart
        messageCount
        fileCount
        linkCount
      }
    }
  }
`;

export type Exposure = ExposureQuery['exposure'];
