/** Documents about one introduction or alliance. They have their own file, so that the home page starts without them. */

import { gql } from 'urql';
import type {
  AskIntroductionMutation,
  AskIntroductionMutationVariables,
  EndAllianceMutation,
  EndAllianceMutationVariables,
  IntroductionQuery,
  IntroductionQueryVariables,
  WithdrawIntroductionMutation,
  WithdrawIntroductionMutationVariables,
} from '../../gql/types';
import { INTRODUCTION_FIELDS } from './introductions.graphql';

export const INTRODUCTION_QUERY = gql<IntroductionQuery, IntroductionQueryVariables>`
  query Introduction($id: ID!) {
    introduction(id: $id) {
      ...IntroductionFields
    }
  }
  ${INTRODUCTION_FIELDS}
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
  ${INTRODUCTION_FIELDS}
`;

export const REQUEST_INTRODUCTION = gql<AskIntroductionMutation, AskIntroductionMutationVariables>`
  mutation AskIntroduction($input: AskIntroductionInput!) {
    askIntroduction(input: $input) {
      ...IntroductionFields
    }
  }
  ${INTRODUCTION_FIELDS}
`;

export const END_ALLIANCE = gql<EndAllianceMutation, EndAllianceMutationVariables>`
  mutation EndAlliance($personId: ID!) {
    endAlliance(personId: $personId)
  }
`;
