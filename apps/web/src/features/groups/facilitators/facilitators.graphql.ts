import { gql } from 'urql';
import type {
  EndFacilitationMutation,
  EndFacilitationMutationVariables,
  MakeFacilitatorMutation,
  MakeFacilitatorMutationVariables,
} from '../../../gql/types';

export const MAKE_FACILITATOR = gql<MakeFacilitatorMutation, MakeFacilitatorMutationVariables>`
  mutation MakeFacilitator($id: ID!) {
    makeFacilitator(membershipId: $id)
  }
`;

export const END_FACILITATION = gql<EndFacilitationMutation, EndFacilitationMutationVariables>`
  mutation EndFacilitation($id: ID!) {
    endFacilitation(membershipId: $id)
  }
`;
