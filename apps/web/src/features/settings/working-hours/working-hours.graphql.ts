import { gql } from 'urql';
import type {
  AskForWorkingHoursMutation,
  AskForWorkingHoursMutationVariables,
  CurrentWorkingHoursQuery,
  CurrentWorkingHoursQueryVariables,
} from '../../../gql/types';

export type WorkingHours = CurrentWorkingHoursQuery['workingHours'];

export const WORKING_HOURS = gql<CurrentWorkingHoursQuery, CurrentWorkingHoursQueryVariables>`
  query CurrentWorkingHours {
    workingHours {
      zone
      weekdays
      from
      to
      holidays {
        date
        country
      }
    }
  }
`;

export const ASK_FOR_WORKING_HOURS = gql<
  AskForWorkingHoursMutation,
  AskForWorkingHoursMutationVariables
>`
  mutation AskForWorkingHours($input: WorkingHoursInput!) {
    askToChangeWorkingHours(input: $input) {
      id
    }
  }
`;
