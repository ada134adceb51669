import { gql } from 'urql';
import type {
  BookIntroductoryCallMutation,
  BookIntroductoryCallMutationVariables,
  CancelIntroductoryCallMutation,
  CancelIntroductoryCallMutationVariables,
  FindCallTimesMutation,
  FindCallTimesMutationVariables,
  IntroductoryCallQuery,
  IntroductoryCallQueryVariables,
  MoveIntroductoryCallMutation,
  MoveIntroductoryCallMutationVariables,
  MyCallAvailabilityQuery,
  MyCallAvailabilityQueryVariables,
  MyIntroductoryCallsQuery,
  MyIntroductoryCallsQueryVariables,
  RecordCallOutcomeMutation,
  RecordCallOutcomeMutationVariables,
  ReportMissedCallMutation,
  ReportMissedCallMutationVariables,
  SetCallAvailabilityMutation,
  SetCallAvailabilityMutationVariables,
  SetCallLinkMutation,
  SetCallLinkMutationVariables,
} from '../../../gql/types';

export type Call = NonNullable<IntroductoryCallQuery['introductoryCall']>;
export type ListedCall = MyIntroductoryCallsQuery['myIntroductoryCalls'][number];
export type CallTime = FindCallTimesMutation['findCallTimes']['times'][number];
export type Availability = NonNullable<MyCallAvailabilityQuery['myCallAvailability']>;

export const INTRODUCTORY_CALL = gql<IntroductoryCallQuery, IntroductoryCallQueryVariables>`
  query IntroductoryCall($id: ID!) {
    introductoryCall(requestId: $id) {
      requestId
      viewerSide
      startsAt
      endsAt
      requesterZone
      supporterZone
      state
      endedBy
      outcome
      supporterName
      interpreterName
      hasLink
      link
      linkShownFrom
      linkShownUntil
      calendarFile
    }
  }
`;

export const MY_INTRODUCTORY_CALLS = gql<
  MyIntroductoryCallsQuery,
  MyIntroductoryCallsQueryVariables
>`
  query MyIntroductoryCalls {
    myIntroductoryCalls {
      requestId
      number
      viewerSide
      startsAt
      endsAt
      requesterZone
      supporterZone
      interpreterName
      hasLink
    }
  }
`;

export const FIND_CALL_TIMES = gql<FindCallTimesMutation, FindCallTimesMutationVariables>`
  mutation FindCallTimes($input: FindCallTimesInput!) {
    findCallTimes(input: $input) {
      times {
        startsAt
        zone
      }
      laterFrom
    }
  }
`;

export const BOOK_CALL = gql<BookIntroductoryCallMutation, BookIntroductoryCallMutationVariables>`
  mutation BookIntroductoryCall($input: BookCallInput!) {
    bookIntroductoryCall(input: $input) {
      requestId
    }
  }
`;

export const MOVE_CALL = gql<MoveIntroductoryCallMutation, MoveIntroductoryCallMutationVariables>`
  mutation MoveIntroductoryCall($input: MoveCallInput!) {
    moveIntroductoryCall(input: $input) {
      requestId
    }
  }
`;

export const CANCEL_CALL = gql<
  CancelIntroductoryCallMutation,
  CancelIntroductoryCallMutationVariables
>`
  mutation CancelIntroductoryCall($input: CancelCallInput!) {
    cancelIntroductoryCall(input: $input)
  }
`;

export const REPORT_MISSED_CALL = gql<ReportMissedCallMutation, ReportMissedCallMutationVariables>`
  mutation ReportMissedCall($id: ID!) {
    reportMissedCall(requestId: $id)
  }
`;

export const SET_CALL_LINK = gql<SetCallLinkMutation, SetCallLinkMutationVariables>`
  mutation SetCallLink($input: CallLinkInput!) {
    setCallLink(input: $input) {
      requestId
      hasLink
    }
  }
`;

export const RECORD_CALL_OUTCOME = gql<
  RecordCallOutcomeMutation,
  RecordCallOutcomeMutationVariables
>`
  mutation RecordCallOutcome($input: CallOutcomeInput!) {
    recordCallOutcome(input: $input)
  }
`;

export const MY_CALL_AVAILABILITY = gql<MyCallAvailabilityQuery, MyCallAvailabilityQueryVariables>`
  query MyCallAvailability {
    myCallAvailability {
      zone
      shownZone
      languages
      weekly {
        weekday
        from
        to
      }
      exceptions {
        date
        ranges {
          from
          to
        }
      }
      bufferMinutes
      noticeHours
      horizonDays
      dailyLimit
      freeTimes
    }
  }
`;

export const SET_CALL_AVAILABILITY = gql<
  SetCallAvailabilityMutation,
  SetCallAvailabilityMutationVariables
>`
  mutation SetCallAvailability($input: CallAvailabilityInput!) {
    setCallAvailability(input: $input) {
      zone
    }
  }
`;
