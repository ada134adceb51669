import { gql } from 'urql';
import type {
  AskToRemoveParticipantMutation,
  AskToRemoveParticipantMutationVariables,
  CoalitionDelegatesQuery,
  CoalitionDelegatesQueryVariables,
  CoalitionGrantsQuery,
  CoalitionGrantsQueryVariables,
  GiveGrantsMutation,
  GiveGrantsMutationVariables,
  NameDelegatesMutation,
  NameDelegatesMutationVariables,
  ParticipantQuery,
  ParticipantQueryVariables,
  ParticipantsWithoutNameQuery,
  ParticipantsWithoutNameQueryVariables,
  PeopleOfGroupQuery,
  PeopleOfGroupQueryVariables,
  PeopleOfOrganisationQuery,
  PeopleOfOrganisationQueryVariables,
  RenameParticipantMutation,
  RenameParticipantMutationVariables,
  TakeParticipantOutMutation,
  TakeParticipantOutMutationVariables,
  WithdrawGrantMutation,
  WithdrawGrantMutationVariables,
} from '../../../gql/types';

export const PARTICIPANT_QUERY = gql<ParticipantQuery, ParticipantQueryVariables>`
  query Participant($id: ID!) {
    participant(participantId: $id) {
      id
      name
      hasShownName
      isMine
      viewerCan
      coalition {
        id
        slug
        name
        hasOtherSteward
        participants {
          id
          viewerCan
        }
      }
      group {
        id
        slug
        name
        isListed
      }
      organisation {
        id
        slug
        name
        audience
      }
    }
  }
`;

export type Participant = ParticipantQuery['participant'];

export const PARTICIPANTS_WITHOUT_NAME_QUERY = gql<
  ParticipantsWithoutNameQuery,
  ParticipantsWithoutNameQueryVariables
>`
  query ParticipantsWithoutName {
    participantsWithoutName {
      id
      coalition {
        id
        slug
        name
      }
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
`;

export const RENAME_PARTICIPANT = gql<
  RenameParticipantMutation,
  RenameParticipantMutationVariables
>`
  mutation RenameParticipant($id: ID!, $shownName: String) {
    renameParticipant(participantId: $id, shownName: $shownName) {
      id
      name
      hasShownName
    }
  }
`;

export const TAKE_PARTICIPANT_OUT = gql<
  TakeParticipantOutMutation,
  TakeParticipantOutMutationVariables
>`
  mutation TakeParticipantOut($id: ID!) {
    takeParticipantOut(participantId: $id)
  }
`;

export const ASK_TO_REMOVE_PARTICIPANT = gql<
  AskToRemoveParticipantMutation,
  AskToRemoveParticipantMutationVariables
>`
  mutation AskToRemoveParticipant($input: RemoveParticipantInput!) {
    askToRemoveParticipant(input: $input) {
      id
    }
  }
`;

export const DELEGATES_QUERY = gql<CoalitionDelegatesQuery, CoalitionDelegatesQueryVariables>`
  query CoalitionDelegates($participantId: ID!) {
    coalitionDelegates(participantId: $participantId) {
      id
      name
      isSteward
      isMe
    }
  }
`;

export const NAME_DELEGATES = gql<NameDelegatesMutation, NameDelegatesMutationVariables>`
  mutation NameDelegates($input: NameDelegatesInput!) {
    nameDelegates(input: $input) {
      id
    }
  }
`;

export const GRANTS_QUERY = gql<CoalitionGrantsQuery, CoalitionGrantsQueryVariables>`
  query CoalitionGrants($participantId: ID!) {
    coalitionGrants(participantId: $participantId) {
      id
      personId
      name
      createdAt
    }
  }
`;

export const GIVE_GRANTS = gql<GiveGrantsMutation, GiveGrantsMutationVariables>`
  mutation GiveGrants($input: GrantInput!) {
    giveGrants(input: $input) {
      id
    }
  }
`;

export const WITHDRAW_GRANT = gql<WithdrawGrantMutation, WithdrawGrantMutationVariables>`
  mutation WithdrawGrant($id: ID!) {
    withdrawGrant(grantId: $id)
  }
`;

export const PEOPLE_OF_GROUP_QUERY = gql<PeopleOfGroupQuery, PeopleOfGroupQueryVariables>`
  query PeopleOfGroup($id: ID!, $words: String, $after: String) {
    groupMembers(groupId: $id, words: $words, after: $after) {
      items {
        id
        name
        isMe
      }
      nextCursor
    }
  }
`;

export const PEOPLE_OF_ORGANISATION_QUERY = gql<
  PeopleOfOrganisationQuery,
  PeopleOfOrganisationQueryVariables
>`
  query PeopleOfOrganisation($id: ID!, $after: String) {
    organisationPeople(organisationId: $id, after: $after) {
      items {
        id
        isMe
        person {
          id
          name
        }
      }
      nextCursor
    }
  }
`;
