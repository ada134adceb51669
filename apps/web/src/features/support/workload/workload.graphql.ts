import { gql } from 'urql';
import type {
  EndSupportRestMutation,
  EndSupportRestMutationVariables,
  StartSupportRestMutation,
  StartSupportRestMutationVariables,
  SupportWorkloadQuery,
  SupportWorkloadQueryVariables,
} from '../../../gql/types';

export type Workload = SupportWorkloadQuery['supportWorkload'];

export const SUPPORT_WORKLOAD = gql<SupportWorkloadQuery, SupportWorkloadQueryVariables>`
  query SupportWorkload {
    supportWorkload {
      claims
      cases
      urgent
      limits {
        open
        urgent
      }
      restingSince
      urgentRestEndsAt
    }
  }
`;

export const START_SUPPORT_REST = gql<StartSupportRestMutation, StartSupportRestMutationVariables>`
  mutation StartSupportRest {
    startSupportRest {
      restingSince
    }
  }
`;

export const END_SUPPORT_REST = gql<EndSupportRestMutation, EndSupportRestMutationVariables>`
  mutation EndSupportRest {
    endSupportRest {
      restingSince
    }
  }
`;

/** The results that a change of the rest makes outdated. */
export const REST_CHANGES = ['SupportWorkload', 'SupportCase'];
