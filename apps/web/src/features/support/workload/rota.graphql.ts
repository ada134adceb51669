import { gql } from 'urql';
import type {
  SetSupportRotaMutation,
  SetSupportRotaMutationVariables,
  SupportRotaQuery,
  SupportRotaQueryVariables,
} from '../../../gql/types';

export type Rota = SupportRotaQuery['supportRota'];

export const SUPPORT_ROTA = gql<SupportRotaQuery, SupportRotaQueryVariables>`
  query SupportRota {
    supportRota {
      zone
      today
      days {
        weekday
        workNames
      }
      ownDays
      takenKinds
    }
  }
`;

export const SET_SUPPORT_ROTA = gql<SetSupportRotaMutation, SetSupportRotaMutationVariables>`
  mutation SetSupportRota($input: SupportRotaInput!) {
    setSupportRota(input: $input) {
      today
    }
  }
`;
