import { gql } from 'urql';
import type {
  GroupLinksQuery,
  GroupLinksQueryVariables,
  LinkedGroupQuery,
  LinkedGroupQueryVariables,
  MakeGroupLinkMutation,
  MakeGroupLinkMutationVariables,
  RevokeGroupLinkMutation,
  RevokeGroupLinkMutationVariables,
  UseGroupLinkMutation,
  UseGroupLinkMutationVariables,
} from '../../gql/types';

export const GROUP_LINKS_QUERY = gql<GroupLinksQuery, GroupLinksQueryVariables>`
  query GroupLinks($groupId: ID!) {
    groupLinks(groupId: $groupId) {
      id
      createdAt
      expiresAt
    }
  }
`;

export const MAKE_GROUP_LINK = gql<MakeGroupLinkMutation, MakeGroupLinkMutationVariables>`
  mutation MakeGroupLink($groupId: ID!) {
    makeGroupLink(groupId: $groupId) {
      token
    }
  }
`;

export const REVOKE_GROUP_LINK = gql<RevokeGroupLinkMutation, RevokeGroupLinkMutationVariables>`
  mutation RevokeGroupLink($id: ID!) {
    revokeGroupLink(linkId: $id)
  }
`;

export const LINKED_GROUP_QUERY = gql<LinkedGroupQuery, LinkedGroupQueryVariables>`
  query LinkedGroup($token: String!) {
    linkedGroup(token: $token) {
      name
      purpose
      questions
      agreements {
        version
        text
      }
      isListed
      slug
      joinRequestId
    }
  }
`;

export const USE_GROUP_LINK = gql<UseGroupLinkMutation, UseGroupLinkMutationVariables>`
  mutation UseGroupLink($input: UseGroupLinkInput!) {
    useGroupLink(input: $input) {
      slug
      joinRequestId
    }
  }
`;
