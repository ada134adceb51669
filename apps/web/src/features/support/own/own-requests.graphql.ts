import { gql } from 'urql';
import type {
  ChangeSafeContactMutation,
  ChangeSafeContactMutationVariables,
  DeleteSupportRequestMutation,
  DeleteSupportRequestMutationVariables,
  ExcludeSupportersMutation,
  ExcludeSupportersMutationVariables,
  MySupportRequestsQuery,
  MySupportRequestsQueryVariables,
  SeeSupportRequestMutation,
  SeeSupportRequestMutationVariables,
  SupportAskingQuery,
  SupportAskingQueryVariables,
  SupportRequestQuery,
  SupportRequestQueryVariables,
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables,
} from '../../../gql/types';
import { CONTENT_FIELDS, QUESTION_FIELDS } from '../content-fields.graphql';

export type OwnRequest = SupportRequestQuery['supportRequest'];
export type OwnRequestSummary = MySupportRequestsQuery['mySupportRequests'][number];

export const SUPPORT_ASKING = gql<SupportAskingQuery, SupportAskingQueryVariables>`
  query SupportAsking {
    supportAsking {
      closedBecause
      left
      limitReached
      supporters {
        id
        workName
      }
    }
  }
`;

export const MY_SUPPORT_REQUESTS = gql<MySupportRequestsQuery, MySupportRequestsQueryVariables>`
  query MySupportRequests {
    mySupportRequests {
      id
      number
      kind
      isUrgent
      stage
      dueAt
      hasNews
      hasQuestion
      isWithoutSupporter
      hasLeft
      supporterName
    }
  }
`;

export const SUPPORT_REQUEST = gql<SupportRequestQuery, SupportRequestQueryVariables>`
  query SupportRequest($id: ID!) {
    supportRequest(id: $id) {
      id
      number
      createdAt
      kind
      isUrgent
      languages
      stage
      dueAt
      answersResumeAt
      waitsForRequesterUntil
      hasQuestion
      questions {
        ...SupportQuestionFields
      }
      returnedAt
      isWithoutSupporter
      hasOneCandidate
      hasNews
      content {
        ...RequestContentFields
      }
      excluded {
        id
        workName
      }
      supporterName
      reply
      reason
      closingWords
      alternatives
      askAgainOn
      duplicateOfId
      closedAt
      closeReason
      silenceEndsAt
      hasLeft
      pausedUntil
      reopenableUntil
      destroyedAt
      viewerCan
    }
  }
  ${CONTENT_FIELDS}
  ${QUESTION_FIELDS}
`;

export const SEE_SUPPORT_REQUEST = gql<
  SeeSupportRequestMutation,
  SeeSupportRequestMutationVariables
>`
  mutation SeeSupportRequest($id: ID!) {
    seeSupportRequest(id: $id) {
      id
      hasNews
    }
  }
`;

export const EXCLUDE_SUPPORTERS = gql<
  ExcludeSupportersMutation,
  ExcludeSupportersMutationVariables
>`
  mutation ExcludeSupporters($input: ExcludeSupportersInput!) {
    excludeSupporters(input: $input) {
      id
      stage
      waitsForRequesterUntil
      hasQuestion
      isWithoutSupporter
      hasOneCandidate
      supporterName
      reply
      excluded {
        id
        workName
      }
      viewerCan
    }
  }
`;

export const CHANGE_SAFE_CONTACT = gql<
  ChangeSafeContactMutation,
  ChangeSafeContactMutationVariables
>`
  mutation ChangeSafeContact($input: SafeContactInput!) {
    changeSafeContact(input: $input) {
      id
      content {
        ...RequestContentFields
      }
    }
  }
  ${CONTENT_FIELDS}
`;

export const WITHDRAW_SUPPORT_REQUEST = gql<
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables
>`
  mutation WithdrawSupportRequest($id: ID!) {
    withdrawSupportRequest(id: $id) {
      id
      stage
      viewerCan
    }
  }
`;

export const DELETE_SUPPORT_REQUEST = gql<
  DeleteSupportRequestMutation,
  DeleteSupportRequestMutationVariables
>`
  mutation DeleteSupportRequest($id: ID!) {
    deleteSupportRequest(id: $id)
  }
`;
