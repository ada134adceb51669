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

export const INTRODUCERS = gql<IntroducersQuery, IntroducersQueryVariables>`
  query Introducers($personId: ID!) {
    introducers(personId: $personId) {
      id
      name
      groupName
      isOfSharedGroup
    }
  }
`;

export const OFFERS = gql<OffersToIntroduceQuery, OffersToIntroduceQueryVariables>`
  query OffersToIntroduce {
    offersToIntroduce
  }
`;

export const SET_OFFERS = gql<SetOffersToIntroduceMutation, SetOffersToIntroduceMutationVariables>`
  mutation SetOffersToIntroduce($does: Boolean!) {
    setOffersToIntroduce(does: $does)
  }
`;

export const PASS = gql<PassIntroductionMutation, PassIntroductionMutationVariables>`
  mutation PassIntroduction($id: ID!) {
    passIntroduction(introductionId: $id)
  }
`;

export const LAPSE = gql<LapseIntroductionMutation, LapseIntroductionMutationVariables>`
  mutation LapseIntroduction($id: ID!) {
    lapseIntroduction(introductionId: $id)
  }
`;
