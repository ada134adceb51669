import { gql } from 'urql';
import type {
  AskToAddLineMutation,
  AskToAddLineMutationVariables,
  AskToChangeLineMutation,
  AskToChangeLineMutationVariables,
  EmergencyLinesToEditQuery,
  EmergencyLinesToEditQueryVariables,
  MarkEmergencyListReviewedMutation,
  MarkEmergencyListReviewedMutationVariables,
  TakeOffLineMutation,
  TakeOffLineMutationVariables,
} from '../../../gql/types';

export const LINES_TO_EDIT_QUERY = gql<
  EmergencyLinesToEditQuery,
  EmergencyLinesToEditQueryVariables
>`
  query EmergencyLinesToEdit($language: Language!) {
    emergencyList {
      reviewedAt
    }
    emergencyLinesToEdit {
      id
      version
      phone
      name {
        es
        pt
        en
      }
      purpose {
        es
        pt
        en
      }
      hours {
        es
        pt
        en
      }
      languages(language: $language) {
        id
        name
      }
      territory(language: $language) {
        id
        name
      }
    }
  }
`;

export type EditedLine = EmergencyLinesToEditQuery['emergencyLinesToEdit'][number];

export const ASK_TO_ADD_LINE = gql<AskToAddLineMutation, AskToAddLineMutationVariables>`
  mutation AskToAddLine($input: AddEmergencyLineInput!) {
    askToAddEmergencyLine(input: $input) {
      id
    }
  }
`;

export const ASK_TO_CHANGE_LINE = gql<AskToChangeLineMutation, AskToChangeLineMutationVariables>`
  mutation AskToChangeLine($input: ChangeEmergencyLineInput!) {
    askToChangeEmergencyLine(input: $input) {
      id
    }
  }
`;

export const TAKE_OFF_LINE = gql<TakeOffLineMutation, TakeOffLineMutationVariables>`
  mutation TakeOffLine($id: ID!) {
    takeOffEmergencyLine(lineId: $id)
  }
`;

export const MARK_LIST_REVIEWED = gql<
  MarkEmergencyListReviewedMutation,
  MarkEmergencyListReviewedMutationVariables
>`
  mutation MarkEmergencyListReviewed {
    markEmergencyListReviewed {
      reviewedAt
    }
  }
`;
