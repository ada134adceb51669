import { gql } from 'urql';
import type {
  HearAppealMutation,
  HearAppealMutationVariables,
  NoticeDraftQuery,
  NoticeDraftQueryVariables,
  RemoveReportedContentMutation,
  RemoveReportedContentMutationVariables,
  SuspendReportedMutation,
  SuspendReportedMutationVariables,
  TalkToReportedMutation,
  TalkToReportedMutationVariables,
  UndoActMutation,
  UndoActMutationVariables,
  WarnReportedMutation,
  WarnReportedMutationVariables,
} from '../../../gql/types';

export const NOTICE_DRAFT_QUERY = gql<NoticeDraftQuery, NoticeDraftQueryVariables>`
  query NoticeDraft($matterId: ID!, $kind: NoticeKind!, $reason: ReportReason!) {
    noticeDraft(matterId: $matterId, kind: $kind, reason: $reason)
  }
`;

export const TALK_TO_REPORTED_MEMBER = gql<TalkToReportedMutation, TalkToReportedMutationVariables>`
  mutation TalkToReported($input: TalkInput!) {
    talkToReported(input: $input) {
      id
    }
  }
`;

export const WARN_REPORTED_MEMBER = gql<WarnReportedMutation, WarnReportedMutationVariables>`
  mutation WarnReported($input: WarnInput!) {
    warnReported(input: $input) {
      id
    }
  }
`;

export const REMOVE_REPORTED_CONTENT = gql<
  RemoveReportedContentMutation,
  RemoveReportedContentMutationVariables
>`
  mutation RemoveReportedContent($input: RemoveContentInput!) {
    removeReportedContent(input: $input) {
      id
    }
  }
`;

export const SUSPEND_REPORTED_MEMBER = gql<
  SuspendReportedMutation,
  SuspendReportedMutationVariables
>`
  mutation SuspendReported($input: SuspendInput!) {
    suspendReported(input: $input) {
      id
    }
  }
`;

export const UNDO_MODERATION_ACT = gql<UndoActMutation, UndoActMutationVariables>`
  mutation UndoAct($noticeId: ID!) {
    undoAct(noticeId: $noticeId)
  }
`;

export const DECIDE_APPEAL = gql<HearAppealMutation, HearAppealMutationVariables>`
  mutation HearAppeal($input: HearAppealInput!) {
    hearAppeal(input: $input) {
      id
    }
  }
`;
