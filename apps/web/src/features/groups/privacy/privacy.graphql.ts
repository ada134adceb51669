import { gql } from 'urql';
import type {
  AskLessPrivateMutation,
  AskLessPrivateMutationVariables,
  GroupPrivacyQuery,
  GroupPrivacyQueryVariables,
  MakeMorePrivateMutation,
  MakeMorePrivateMutationVariables,
} from '../../../gql/types';

export const GROUP_PRIVACY_QUERY = gql<GroupPrivacyQuery, GroupPrivacyQueryVariables>`
  query GroupPrivacy($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      isListed
      access
      lessPrivateRequestId
      hasOtherSteward
      participations {
        id
        hasShownName
      }
      viewerCan
    }
  }
`;

export type GroupPrivacyData = GroupPrivacyQuery['group'];

export const MAKE_GROUP_MORE_PRIVATE = gql<
  MakeMorePrivateMutation,
  MakeMorePrivateMutationVariables
>`
  mutation MakeMorePrivate($input: GroupPrivacyInput!) {
    makeGroupMorePrivate(input: $input) {
      id
      isListed
      access
    }
  }
`;

export const REQUEST_LESS_GROUP_PRIVACY = gql<
  AskLessPrivateMutation,
  AskLessPrivateMutationVariables
>`
  mutation AskLessPrivate($input: LessPrivateGroupInput!) {
    askToMakeGroupLessPrivate(input: $input) {
      id
    }
  }
`;
