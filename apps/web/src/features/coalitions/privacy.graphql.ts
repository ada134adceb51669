import { gql } from 'urql';
import type {
  AskToListCoalitionMutation,
  AskToListCoalitionMutationVariables,
  CoalitionPrivacyQuery,
  CoalitionPrivacyQueryVariables,
  HideCoalitionMutation,
  HideCoalitionMutationVariables,
} from '../../gql/types';

export const COALITION_PRIVACY_QUERY = gql<CoalitionPrivacyQuery, CoalitionPrivacyQueryVariables>`
  query CoalitionPrivacy($slug: String!) {
    group(slug: $slug) {
      id
      kind
      isListed
      lessPrivateRequestId
      hasOtherSteward
      viewerCan
    }
  }
`;

export type CoalitionPrivacy = CoalitionPrivacyQuery['group'];

export const HIDE_COALITION = gql<HideCoalitionMutation, HideCoalitionMutationVariables>`
  mutation HideCoalition($input: GroupPrivacyInput!) {
    makeGroupMorePrivate(input: $input) {
      id
      isListed
    }
  }
`;

export const REQUEST_LISTED_COALITION = gql<
  AskToListCoalitionMutation,
  AskToListCoalitionMutationVariables
>`
  mutation AskToListCoalition($input: LessPrivateGroupInput!) {
    askToMakeGroupLessPrivate(input: $input) {
      id
    }
  }
`;
