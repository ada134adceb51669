import { gql } from 'urql';
import type {
  CoalitionPeopleQuery,
  CoalitionPeopleQueryVariables,
  DeclineGrantMutation,
  DeclineGrantMutationVariables,
  LeaveCoalitionMutation,
  LeaveCoalitionMutationVariables,
  MyGrantsQuery,
  MyGrantsQueryVariables,
  OwnEntryQuery,
  OwnEntryQueryVariables,
  ShowMyParticipantMutation,
  ShowMyParticipantMutationVariables,
  TakePartMutation,
  TakePartMutationVariables,
} from '../../../gql/types';

/** The grants of the viewer, those that wait first. */
export const MY_GRANTS_QUERY = gql<MyGrantsQuery, MyGrantsQueryVariables>`
  query MyGrants {
    myGrants {
      id
      state
      coalition {
        id
        slug
        name
        purpose
      }
      participant {
        id
        name
        group {
          id
          name
        }
        organisation {
          id
          name
        }
      }
    }
  }
`;

export const TAKE_PART = gql<TakePartMutation, TakePartMutationVariables>`
  mutation TakePart($input: TakePartInput!) {
    takePart(input: $input) {
      id
      slug
    }
  }
`;

export const DECLINE_GRANT = gql<DeclineGrantMutation, DeclineGrantMutationVariables>`
  mutation DeclineGrant($id: ID!, $isDeclined: Boolean!) {
    declineGrant(grantId: $id, isDeclined: $isDeclined)
  }
`;

export const SHOW_MY_PARTICIPANT = gql<
  ShowMyParticipantMutation,
  ShowMyParticipantMutationVariables
>`
  mutation ShowMyParticipant($grantId: ID!, $isShown: Boolean!) {
    showMyParticipant(grantId: $grantId, isShown: $isShown)
  }
`;

export const LEAVE_COALITION = gql<LeaveCoalitionMutation, LeaveCoalitionMutationVariables>`
  mutation LeaveCoalition($coalitionId: ID!, $deleteMessages: Boolean!) {
    leaveCoalition(coalitionId: $coalitionId, deleteMessages: $deleteMessages)
  }
`;

/** The viewer as the people of the coalition see them. */
export const OWN_ENTRY_QUERY = gql<OwnEntryQuery, OwnEntryQueryVariables>`
  query OwnEntry($coalitionId: ID!) {
    seenInGroup(groupId: $coalitionId) {
      id
      name
      hasPersona
      avatar
      colour
    }
  }
`;

export const COALITION_PEOPLE_QUERY = gql<CoalitionPeopleQuery, CoalitionPeopleQueryVariables>`
  query CoalitionPeople($coalitionId: ID!, $after: String) {
    groupMembers(groupId: $coalitionId, after: $after) {
      items {
        id
        name
        role
        isMe
        isListed
        isPersona
        personId
        avatar
        colour
        viewerCan
        shownParticipants {
          id
          name
        }
      }
      nextCursor
    }
  }
`;

export type CoalitionPerson = CoalitionPeopleQuery['groupMembers']['items'][number];
