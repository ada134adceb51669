import { gql } from 'urql';
import type {
  ClaimReportMutation,
  ClaimReportMutationVariables,
  CloseReportMutation,
  CloseReportMutationVariables,
  DeskReportQuery,
  DeskReportQueryVariables,
  OpenReportMutation,
  OpenReportMutationVariables,
  ReleaseReportMutation,
  ReleaseReportMutationVariables,
  RemoveReportedContentMutation,
  RemoveReportedContentMutationVariables,
  ReportQueueQuery,
  ReportQueueQueryVariables,
  SuspendReportedMutation,
  SuspendReportedMutationVariables,
} from '../../gql/types';

export type DeskReport = DeskReportQuery['deskReport'];
export type ReportFile = OpenReportMutation['openReport'];

const FIELDS = gql`
  fragment ReportFields on Report {
    id
    createdAt
    subjectName
    reason
    stage
    isTaken
    isMine
    viewerCan
  }
`;

export const REPORT_QUEUE = gql<ReportQueueQuery, ReportQueueQueryVariables>`
  query ReportQueue {
    reportQueue {
      ...ReportFields
    }
  }
  ${FIELDS}
`;

export const DESK_REPORT = gql<DeskReportQuery, DeskReportQueryVariables>`
  query DeskReport($id: ID!) {
    deskReport(id: $id) {
      ...ReportFields
    }
  }
  ${FIELDS}
`;

export const CLAIM = gql<ClaimReportMutation, ClaimReportMutationVariables>`
  mutation ClaimReport($id: ID!) {
    claimReport(reportId: $id) {
      ...ReportFields
    }
  }
  ${FIELDS}
`;

export const RELEASE = gql<ReleaseReportMutation, ReleaseReportMutationVariables>`
  mutation ReleaseReport($id: ID!) {
    releaseReport(reportId: $id) {
      id
    }
  }
`;

export const OPEN = gql<OpenReportMutation, OpenReportMutationVariables>`
  mutation OpenReport($id: ID!) {
    openReport(reportId: $id) {
      forwarded
      context
      note
      knownAs
      earlierSuspensions
    }
  }
`;

export const CLOSE = gql<CloseReportMutation, CloseReportMutationVariables>`
  mutation CloseReport($id: ID!) {
    closeReport(reportId: $id) {
      id
    }
  }
`;

export const REMOVE_CONTENT = gql<
  RemoveReportedContentMutation,
  RemoveReportedContentMutationVariables
>`
  mutation RemoveReportedContent($id: ID!) {
    removeReportedContent(reportId: $id) {
      id
    }
  }
`;

export const SUSPEND = gql<SuspendReportedMutation, SuspendReportedMutationVariables>`
  mutation SuspendReported($input: SuspendInput!) {
    suspendReported(input: $input) {
      id
    }
  }
`;
