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

/** Whether a supporter does not rest from such requests, and has room for one. True until the workload is loaded. */
export function mayClaim(workload: Workload | undefined, isUrgent: boolean): boolean {
  if (!workload) return true;
  const { claims, cases, urgent, limits, restingSince, urgentRestEndsAt } = workload;
  if (restingSince || claims + cases >= limits.open) return false;
  return !isUrgent || (!urgentRestEndsAt && urgent < limits.urgent);
}

/** The results that a change of the rest makes outdated. */
export const REST_CHANGES = ['SupportWorkload', 'SupportCase', 'SupportRota'];
