import { gql } from 'urql';
import type {
  SetCountedMutation,
  SetCountedMutationVariables,
  WorkMapQuery,
  WorkMapQueryVariables,
} from '../../../gql/types';

export const WORK_MAP_QUERY = gql<WorkMapQuery, WorkMapQueryVariables>`
  query WorkMap($language: Language!) {
    workMap(language: $language) {
      takenAt
      issueAreas {
        id
        name
        shortName
      }
      rows {
        territory {
          id
          shortName
        }
        cells {
          from
          to
        }
      }
    }
  }
`;

export type WorkMapData = NonNullable<WorkMapQuery['workMap']>;
export type WorkMapCell = WorkMapData['rows'][number]['cells'][number];

export const SET_COUNTED_IN_WORK_MAP = gql<SetCountedMutation, SetCountedMutationVariables>`
  mutation SetCounted($isCounted: Boolean!) {
    setCounted(isCounted: $isCounted) {
      id
      isCounted
    }
  }
`;
