import { gql } from 'urql';
import type {
  AcceptSupportRequestMutation,
  AcceptSupportRequestMutationVariables,
  ClaimSupportRequestMutation,
  ClaimSupportRequestMutationVariables,
  CloseSupportCaseMutation,
  CloseSupportCaseMutationVariables,
  DeclineSupportRequestMutation,
  DeclineSupportRequestMutationVariables,
  LinkDuplicateSupportRequestMutation,
  LinkDuplicateSupportRequestMutationVariables,
  MySupportCasesQuery,
  MySupportCasesQueryVariables,
  OpenSupportRequestMutation,
  OpenSupportRequestMutationVariables,
  RecuseFromSupportRequestMutation,
  RecuseFromSupportRequestMutationVariables,
  ReleaseSupportRequestMutation,
  ReleaseSupportRequestMutationVariables,
  SetWorkNameMutation,
  SetWorkNameMutationVariables,
  SupportCaseQuery,
  SupportCaseQueryVariables,
  SupportQueueQuery,
  SupportQueueQueryVariables,
} from '../../../gql/types';
import { CONTENT_FIELDS, QUESTION_FIELDS } from '../content-fields.graphql';

export type QueuedCase = SupportQueueQuery['supportQueue']['items'][number];
export type CaseFile = OpenSupportRequestMutation['openSupportRequest'];

export const SUPPORT_QUEUE = gql<SupportQueueQuery, SupportQueueQueryVariables>`
  query SupportQueue($after: String) {
    supportQueue(after: $after) {
      items {
        id
        number
        kind
        isUrgent
        languages
        createdAt
        dueAt
      }
      nextCursor
    }
  }
`;

export const MY_SUPPORT_CASES = gql<MySupportCasesQuery, MySupportCasesQueryVariables>`
  query MySupportCases {
    myWorkName
    mySupportCases {
      id
      number
      kind
      isUrgent
      stage
      dueAt
      claimEndsAt
      waitsForRequesterUntil
      answeredAt
      silenceEndsAt
      pausedUntil
      reopenedAt
      isOpened
    }
  }
`;

/** Queried by an open case after notices about any request. Unlike `openSupportRequest`, it writes no audit entry. */
export const SUPPORT_CASE = gql<SupportCaseQuery, SupportCaseQueryVariables>`
  query SupportCase($id: ID!) {
    supportCase(id: $id) {
      id
      silenceEndsAt
      pausedUntil
    }
  }
`;

export const SET_WORK_NAME = gql<SetWorkNameMutation, SetWorkNameMutationVariables>`
  mutation SetWorkName($input: WorkNameInput!) {
    setWorkName(input: $input)
  }
`;

export const CLAIM_SUPPORT_REQUEST = gql<
  ClaimSupportRequestMutation,
  ClaimSupportRequestMutationVariables
>`
  mutation ClaimSupportRequest($id: ID!) {
    claimSupportRequest(id: $id)
  }
`;

export const RELEASE_SUPPORT_REQUEST = gql<
  ReleaseSupportRequestMutation,
  ReleaseSupportRequestMutationVariables
>`
  mutation ReleaseSupportRequest($id: ID!) {
    releaseSupportRequest(id: $id)
  }
`;

export const RECUSE_FROM_SUPPORT_REQUEST = gql<
  RecuseFromSupportRequestMutation,
  RecuseFromSupportRequestMutationVariables
>`
  mutation RecuseFromSupportRequest($id: ID!) {
    recuseFromSupportRequest(id: $id)
  }
`;

export const OPEN_SUPPORT_REQUEST = gql<
  OpenSupportRequestMutation,
  OpenSupportRequestMutationVariables
>`
  mutation OpenSupportRequest($id: ID!) {
    openSupportRequest(id: $id) {
      id
      number
      kind
      isUrgent
      languages
      stage
      createdAt
      dueAt
      claimEndsAt
      waitsForRequesterUntil
      silenceEndsAt
      pausedUntil
      reopenedAt
      questions {
        ...SupportQuestionFields
      }
      questionsLeft
      content {
        ...RequestContentFields
      }
      reply
      others {
        id
        number
        kind
      }
      duplicates {
        id
        number
        kind
        isUrgent
        languages
        createdAt
        questions {
          ...SupportQuestionFields
        }
        content {
          danger
          name
          goal
          tried
          beneficiary
          beneficiaryNote
          voices {
            id
            question
            seconds
          }
        }
      }
      viewerCan
    }
  }
  ${CONTENT_FIELDS}
  ${QUESTION_FIELDS}
`;

export const ACCEPT_SUPPORT_REQUEST = gql<
  AcceptSupportRequestMutation,
  AcceptSupportRequestMutationVariables
>`
  mutation AcceptSupportRequest($input: AnswerSupportInput!) {
    acceptSupportRequest(input: $input)
  }
`;

export const DECLINE_SUPPORT_REQUEST = gql<
  DeclineSupportRequestMutation,
  DeclineSupportRequestMutationVariables
>`
  mutation DeclineSupportRequest($input: DeclineSupportInput!) {
    declineSupportRequest(input: $input)
  }
`;

export const LINK_DUPLICATE = gql<
  LinkDuplicateSupportRequestMutation,
  LinkDuplicateSupportRequestMutationVariables
>`
  mutation LinkDuplicateSupportRequest($input: LinkDuplicateInput!) {
    linkDuplicateSupportRequest(input: $input)
  }
`;

export const CLOSE_SUPPORT_CASE = gql<CloseSupportCaseMutation, CloseSupportCaseMutationVariables>`
  mutation CloseSupportCase($input: CloseSupportInput!) {
    closeSupportCase(input: $input)
  }
`;
