import { gql } from 'urql';
import type {
  AcceptIntroductionMutation,
  AcceptIntroductionMutationVariables,
  DeclineIntroductionMutation,
  DeclineIntroductionMutationVariables,
  IntroductionQuery,
  IntroductionsQuery,
  IntroductionsQueryVariables,
} from '../../gql/types';

export type Introduction = IntroductionQuery['introduction'];

export const INTRODUCTION_FIELDS = gql`
  fragment IntroductionFields on Introduction {
    id
    note
    state
    isMine
    createdAt
    expiresAt
    viewerCan
    person {
      personId
      name
      issueAreas
      practices
      territories
    }
    toMeet {
      personId
      name
      issueAreas
      practices
      territories
    }
    introducer {
      name
    }
  }
`;

export const INTRODUCTIONS_QUERY = gql<IntroductionsQuery, IntroductionsQueryVariables>`
  query Introductions($side: IntroductionSide!, $after: String) {
    introductionsWaiting
    introductions(side: $side, after: $after) {
      items {
        ...IntroductionFields
      }
      nextCursor
    }
  }
  ${INTRODUCTION_FIELDS}
`;

export const ACCEPT_INTRODUCTION = gql<
  AcceptIntroductionMutation,
  AcceptIntroductionMutationVariables
>`
  mutation AcceptIntroduction($id: ID!) {
    acceptIntroduction(introductionId: $id) {
      ...IntroductionFields
    }
  }
  ${INTRODUCTION_FIELDS}
`;

export const DECLINE_INTRODUCTION = gql<
  DeclineIntroductionMutation,
  DeclineIntroductionMutationVariables
>`
  mutation DeclineIntroduction($id: ID!) {
    declineIntroduction(introductionId: $id) {
      ...IntroductionFields
    }
  }
  ${INTRODUCTION_FIELDS}
`;
