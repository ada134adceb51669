import { gql } from 'urql';
import type {
  ChooseInterpreterMutation,
  ChooseInterpreterMutationVariables,
  FindInterpreterMutation,
  FindInterpreterMutationVariables,
  MyInterpretingQuery,
  MyInterpretingQueryVariables,
  RestFromInterpretingMutation,
  RestFromInterpretingMutationVariables,
  StopInterpretingMutation,
  StopInterpretingMutationVariables,
  VolunteerAsInterpreterMutation,
  VolunteerAsInterpreterMutationVariables,
  WithdrawFromInterpretingMutation,
  WithdrawFromInterpretingMutationVariables,
} from '../../../gql/types';

export type Interpreting = FindInterpreterMutation['findInterpreter'];
export type OwnInterpreter = NonNullable<MyInterpretingQuery['myInterpreting']>;
export type InterpretedCall = MyInterpretingQuery['myInterpretedCalls'][number];

export const FIND_INTERPRETER = gql<FindInterpreterMutation, FindInterpreterMutationVariables>`
  mutation FindInterpreter($id: ID!) {
    findInterpreter(requestId: $id) {
      isNeeded
      isWithout
      interpreter {
        id
        name
        languages
        isAgreed
      }
    }
  }
`;

export const CHOOSE_INTERPRETER = gql<
  ChooseInterpreterMutation,
  ChooseInterpreterMutationVariables
>`
  mutation ChooseInterpreter($input: InterpreterChoiceInput!) {
    chooseInterpreter(input: $input) {
      isNeeded
      isWithout
      interpreter {
        id
        name
        languages
        isAgreed
      }
    }
  }
`;

export const MY_INTERPRETING = gql<MyInterpretingQuery, MyInterpretingQueryVariables>`
  query MyInterpreting {
    myInterpreting {
      name
      restingSince
    }
    myInterpretedCalls {
      id
      startsAt
      endsAt
      interpreterZone
      languages
      link
      linkShownFrom
      calendarFile
    }
  }
`;

export const VOLUNTEER_AS_INTERPRETER = gql<
  VolunteerAsInterpreterMutation,
  VolunteerAsInterpreterMutationVariables
>`
  mutation VolunteerAsInterpreter($input: InterpreterInput!) {
    volunteerAsInterpreter(input: $input) {
      name
    }
  }
`;

export const REST_FROM_INTERPRETING = gql<
  RestFromInterpretingMutation,
  RestFromInterpretingMutationVariables
>`
  mutation RestFromInterpreting($isResting: Boolean!) {
    restFromInterpreting(isResting: $isResting) {
      restingSince
    }
  }
`;

export const STOP_INTERPRETING = gql<StopInterpretingMutation, StopInterpretingMutationVariables>`
  mutation StopInterpreting {
    stopInterpreting
  }
`;

export const WITHDRAW_FROM_INTERPRETING = gql<
  WithdrawFromInterpretingMutation,
  WithdrawFromInterpretingMutationVariables
>`
  mutation WithdrawFromInterpreting($id: ID!) {
    withdrawFromInterpreting(id: $id)
  }
`;
