import { gql } from 'urql';
import type { PendingGroupsQuery, PendingGroupsQueryVariables } from '../../gql/types';

/** The groups, organisations and coalitions that the tasks on the home page are about. */
export const PENDING_GROUPS_QUERY = gql<PendingGroupsQuery, PendingGroupsQueryVariables>`
  query PendingGroups(
    $agreements: Boolean!
    $offers: Boolean!
    $invitations: Boolean!
    $requests: Boolean!
    $coalitions: Boolean!
    $grants: Boolean!
    $names: Boolean!
    $organisations: Boolean!
  ) {
    groupsWithChangedAgreements @include(if: $agreements) {
      id
      kind
      slug
      name
    }
    stewardshipOffers @include(if: $offers) {
      id
      group {
        id
        slug
        name
      }
    }
    successionRequests @include(if: $offers) {
      id
      group {
        id
        name
      }
    }
    groupInvitations @include(if: $invitations) {
      id
      group {
        id
        name
      }
    }
    myGroups @include(if: $requests) {
      id
      slug
      name
      joinRequestsWaiting
    }
    receivedCoalitionInvitations @include(if: $coalitions) {
      id
      group {
        id
        name
      }
      organisation {
        id
        name
      }
      coalition {
        name
      }
    }
    myGrants @include(if: $grants) {
      id
      state
      coalition {
        id
        slug
        name
      }
    }
    participantsWithoutName @include(if: $names) {
      id
      coalition {
        id
        slug
        name
      }
      group {
        id
        name
      }
      organisation {
        id
        name
      }
    }
    organisationInvitations @include(if: $organisations) {
      id
      organisation {
        id
        name
      }
    }
  }
`;
