import { gql } from 'urql';
import type {
  AcceptIntroductionMutation,
  AcceptIntroductionMutationVariables,
  AskIntroductionMutation,
  AskIntroductionMutationVariables,
  DeclineIntroductionMutation,
  DeclineIntroductionMutationVariables,
  EndAllianceMutation,
  EndAllianceMutationVariables,
  IntroductionQuery,
  IntroductionQueryVariables,
  IntroductionsQuery,
  IntroductionsQueryVariables,
  WithdrawIntroductionMutation,
  WithdrawIntroductionMutationVariables,
} from '../../gql/types';

export type Introduction = IntroductionQuery['introduction'];

const FIELDS = gql`
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
  ${FIELDS}
`;

export const INTRODUCTION_QUERY = gql<IntroductionQuery, IntroductionQueryVariables>`
  query Introduction($id: ID!) {
    introduction(id: $id) {
      ...IntroductionFields
    }
  }
  ${FIELDS}
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
  ${FIELDS}
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
  ${FIELDS}
`;

export const WITHDRAW_INTRODUCTION = gql<
  WithdrawIntroductionMutation,
  WithdrawIntroductionMutationVariables
>`
  mutation WithdrawIntroduction($id: ID!) {
    withdrawIntroduction(introductionId: $id) {
      ...IntroductionFields
    }
  }
  ${FIELDS}
`;

export const REQUEST_INTRODUCTION = gql<AskIntroductionMutation, AskIntroductionMutationVariables>`
  mutation AskIntroduction($input: AskIntroductionInput!) {
    askIntroduction(input: $input) {
      ...IntroductionFields
    }
  }
  ${FIELDS}
`;

export const END_ALLIANCE = gql<EndAllianceMutation, EndAllianceMutationVariables>`
  mutation EndAlliance($personId: ID!) {
    endAlliance(personId: $personId)
  }
`;
