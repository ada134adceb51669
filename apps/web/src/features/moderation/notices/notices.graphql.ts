import { gql } from 'urql';
import type {
  AnswerNoticeMutation,
  AnswerNoticeMutationVariables,
  AppealNoticeMutation,
  AppealNoticeMutationVariables,
  MyNoticesQuery,
  MyNoticesQueryVariables,
  SeeNoticeMutation,
  SeeNoticeMutationVariables,
} from '../../../gql/types';

export type OwnNotice = SeeNoticeMutation['seeNotice'];

const FIELDS = gql`
  fragment OwnNoticeFields on Notice {
    id
    kind
    reason
    words
    shownFrom
    seenAt
    endsAt
    liftedAt
    groupsLeft
    answer
    answeredAt
    appealEndsAt
    viewerCan
    appeal {
      id
      createdAt
      words
      outcome
      decidedAt
    }
  }
`;

export const MY_NOTICES_QUERY = gql<MyNoticesQuery, MyNoticesQueryVariables>`
  query MyNotices {
    myNotices {
      id
      kind
      shownFrom
      seenAt
    }
  }
`;

/** Opening a notice marks it as seen. */
export const MARK_NOTICE_SEEN = gql<SeeNoticeMutation, SeeNoticeMutationVariables>`
  mutation SeeNotice($id: ID!) {
    seeNotice(noticeId: $id) {
      ...OwnNoticeFields
    }
  }
  ${FIELDS}
`;

export const ANSWER_NOTICE = gql<AnswerNoticeMutation, AnswerNoticeMutationVariables>`
  mutation AnswerNotice($input: AnswerNoticeInput!) {
    answerNotice(input: $input) {
      id
    }
  }
`;

export const APPEAL_NOTICE = gql<AppealNoticeMutation, AppealNoticeMutationVariables>`
  mutation AppealNotice($input: AnswerNoticeInput!) {
    appealNotice(input: $input) {
      id
    }
  }
`;
