import { gql } from 'urql';
import type {
  DutyHoldersQuery,
  DutyHoldersQueryVariables,
  GrantDutiesMutation,
  GrantDutiesMutationVariables,
  LayDownDutyMutation,
  LayDownDutyMutationVariables,
  MakeDutyCodeMutation,
  MakeDutyCodeMutationVariables,
  MakeStaffMutation,
  MakeStaffMutationVariables,
  MyDutiesQuery,
  MyDutiesQueryVariables,
  MyDutyCodeQuery,
  MyDutyCodeQueryVariables,
  RevokeDutyCodeMutation,
  RevokeDutyCodeMutationVariables,
  SetKnownAsMutation,
  SetKnownAsMutationVariables,
  TakeDutyMutation,
  TakeDutyMutationVariables,
  TakeStaffCodeMutation,
  TakeStaffCodeMutationVariables,
  TakeStaffLinkMutation,
  TakeStaffLinkMutationVariables,
} from '../../../gql/types';

export const MY_DUTIES_QUERY = gql<MyDutiesQuery, MyDutiesQueryVariables>`
  query MyDuties {
    myDuties {
      id
      name
      knownAs
    }
  }
`;
export const SET_KNOWN_AS = gql<SetKnownAsMutation, SetKnownAsMutationVariables>`
  mutation SetKnownAs($input: KnownAsInput!) {
    setKnownAs(input: $input) {
      id
      knownAs
    }
  }
`;
export const LAY_DOWN_DUTY = gql<LayDownDutyMutation, LayDownDutyMutationVariables>`
  mutation LayDownDuty($id: ID!) {
    layDownDuty(dutyId: $id)
  }
`;

export const MY_DUTY_CODE_QUERY = gql<MyDutyCodeQuery, MyDutyCodeQueryVariables>`
  query MyDutyCode {
    myDutyCode {
      id
      endsAt
    }
  }
`;
export const MAKE_DUTY_CODE = gql<MakeDutyCodeMutation, MakeDutyCodeMutationVariables>`
  mutation MakeDutyCode {
    makeDutyCode {
      code
      endsAt
    }
  }
`;
export const REVOKE_DUTY_CODE = gql<RevokeDutyCodeMutation, RevokeDutyCodeMutationVariables>`
  mutation RevokeDutyCode($id: ID!) {
    revokeDutyCode(codeId: $id)
  }
`;

export const DUTY_HOLDERS_QUERY = gql<DutyHoldersQuery, DutyHoldersQueryVariables>`
  query DutyHolders {
    dutyHolders {
      knownAs
      isYou
      isStaff
      isFounder
      isTaken
      duties {
        id
        name
        canTake
      }
    }
  }
`;
export const REQUEST_DUTIES_GRANT = gql<GrantDutiesMutation, GrantDutiesMutationVariables>`
  mutation GrantDuties($input: GrantDutiesInput!) {
    askToGrantDuties(input: $input) {
      id
    }
  }
`;
export const REQUEST_DUTY_REMOVAL = gql<TakeDutyMutation, TakeDutyMutationVariables>`
  mutation TakeDuty($input: TakeDutyInput!) {
    askToTakeDuty(input: $input) {
      id
    }
  }
`;
export const MAKE_STAFF = gql<MakeStaffMutation, MakeStaffMutationVariables>`
  mutation MakeStaff($input: MakeStaffInput!) {
    askToMakeStaff(input: $input) {
      id
    }
  }
`;
export const FETCH_STAFF_LINK = gql<TakeStaffLinkMutation, TakeStaffLinkMutationVariables>`
  mutation TakeStaffLink($id: ID!) {
    takeStaffLink(actId: $id)
  }
`;
export const FETCH_STAFF_CODE = gql<TakeStaffCodeMutation, TakeStaffCodeMutationVariables>`
  mutation TakeStaffCode($id: ID!) {
    takeStaffCode(actId: $id)
  }
`;

export type OwnDuty = MyDutiesQuery['myDuties'][number];
export type DutyHolder = DutyHoldersQuery['dutyHolders'][number];
