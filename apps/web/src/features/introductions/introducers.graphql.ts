import { gql } from 'urql';
import type {
  IntroducersQuery,
  IntroducersQueryVariables,
  LapseIntroductionMutation,
  LapseIntroductionMutationVariables,
  OffersToIntroduceQuery,
  OffersToIntroduceQueryVariables,
  PassIntroductionMutation,
  PassIntroductionMutationVariables,
  SetOffersToIntroduceMutation,
  SetOffersToIntroduceMutationVariables,
} from '../../gql/types';

export type IntroducerChoice = IntroducersQuery['introducers'][number];

export const INTRODUCERS_QUERY = gql<IntroducersQuery, IntroducersQueryVariables>`
  query Introducers($personId: ID!) {
    introducers(personId: $personId) {
      id
      name
      groupName
      isOfSharedGroup
    }
  }
`;

export const OFFERS_TO_INTRODUCE_QUERY = gql<
  OffersToIntroduceQuery,
  OffersToIntroduceQueryVariables
>`
  query OffersToIntroduce {
    offersToIntroduce
  }
`;

export const SET_OFFERS_TO_INTRODUCE = gql<
  SetOffersToIntroduceMutation,
  SetOffersToIntroduceMutationVariables
>`
  mutation SetOffersToIntroduce($does: Boolean!) {
    setOffersToIntroduce(does: $does)
  }
`;

export const PASS_ON_INTRODUCTION = gql<
  PassIntroductionMutation,
  PassIntroductionMutationVariables
>`
  mutation PassIntroduction($id: ID!) {
    passIntroduction(introductionId: $id)
  }
`;

export const LET_INTRODUCTION_LAPSE = gql<
  LapseIntroductionMutation,
  LapseIntroductionMutationVariables
>`
  mutation LapseIntroduction($id: ID!) {
    lapseIntroduction(introductionId: $id)
  }
`;
