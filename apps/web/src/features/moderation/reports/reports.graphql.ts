import { gql } from 'urql';
import type { MyReportsQuery, MyReportsQueryVariables } from '../../../gql/types';

export const MY_REPORTS_QUERY = gql<MyReportsQuery, MyReportsQueryVariables>`
  query MyReports {
    myReports {
      id
      createdAt
      subjectName
      reason
      stage
    }
  }
`;
