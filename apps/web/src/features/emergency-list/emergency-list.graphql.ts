import { gql } from 'urql';
import type { EmergencyListQuery, EmergencyListQueryVariables } from '../../gql/types';

/** The emergency list. `stored-results.ts` stores its last result on the device. */
export const EMERGENCY_LIST_QUERY = gql<EmergencyListQuery, EmergencyListQueryVariables>`
  query EmergencyList($language: Language!) {
    emergencyList {
      reviewedAt
      items {
        id
        phone
        name {
          es
          pt
          en
        }
        purpose {
          es
          pt
          en
        }
        hours {
          es
          pt
          en
        }
        languages(language: $language) {
          id
          name
        }
        territory(language: $language) {
          id
          name
        }
      }
    }
  }
`;

export type EmergencyList = EmergencyListQuery['emergencyList'];
export type EmergencyLine = EmergencyList['items'][number];
