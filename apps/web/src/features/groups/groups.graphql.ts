import { gql } from 'urql';
import type {
  AcceptJoinRequestMutation,
  AcceptJoinRequestMutationVariables,
  AcceptStewardshipMutation,
  AcceptStewardshipMutationVariables,
  DeclineJoinRequestMutation,
  DeclineJoinRequestMutationVariables,
  DeclineStewardshipMutation,
  DeclineStewardshipMutationVariables,
  EditGroupMutation,
  EditGroupMutationVariables,
  EndedJoinRequestsQuery,
  EndedJoinRequestsQueryVariables,
  EndStewardshipMutation,
  EndStewardshipMutationVariables,
  FoundGroupMutation,
  FoundGroupMutationVariables,
  GroupMembersQuery,
  GroupMembersQueryVariables,
  GroupQuery,
  GroupQueryVariables,
  GroupsQuery,
  GroupsQueryVariables,
  HandOverMutation,
  HandOverMutationVariables,
  InviteToGroupMutation,
  InviteToGroupMutationVariables,
  JoinAnswersQuery,
  JoinAnswersQueryVariables,
  JoinGroupMutation,
  JoinGroupMutationVariables,
  JoinRequestsQuery,
  JoinRequestsQueryVariables,
  MyGroupsQuery,
  MyGroupsQueryVariables,
  OfferStewardshipMutation,
  OfferStewardshipMutationVariables,
  ReadmitMemberMutation,
  ReadmitMemberMutationVariables,
  RemovedMembersQuery,
  RemovedMembersQueryVariables,
  RemoveMemberMutation,
  RemoveMemberMutationVariables,
  RequestToJoinMutation,
  RequestToJoinMutationVariables,
  StewardshipOffersQuery,
  StewardshipOffersQueryVariables,
  UndoDeclineJoinRequestMutation,
  UndoDeclineJoinRequestMutationVariables,
  WithdrawJoinRequestMutation,
  WithdrawJoinRequestMutationVariables,
  WithdrawStewardshipOfferMutation,
  WithdrawStewardshipOfferMutationVariables,
} from '../../gql/types';

export const MY_GROUPS_QUERY = gql<MyGroupsQuery, MyGroupsQueryVariables>`
  query MyGroups {
    myGroups {
      id
      slug
      name
      purpose
      picture
      archivedAt
      joinRequestsWaiting
    }
  }
`;

export const GROUPS_QUERY = gql<GroupsQuery, GroupsQueryVariables>`
  query Groups($chips: [ID!], $words: String, $after: String) {
    groups(chips: $chips, words: $words, after: $after) {
      items {
        id
        slug
        name
        purpose
        picture
        issueAreas
        memberCount
        myRole
      }
      nextCursor
    }
  }
`;

export const GROUP_QUERY = gql<GroupQuery, GroupQueryVariables>`
  query Group($slug: String!) {
    group(slug: $slug) {
      id
      kind
      slug
      name
      purpose
      picture
      issueAreas
      isListed
      access
      questions
      agreements {
        version
        text
      }
      agreementsChange {
        graceEndsAt
        isReadOnly
      }
      unconsentedCount
      unarchivableUntil
      deletedAt
      memberCount
      memberList
      isMeListed
      wasListClosed
      myMembershipId
      myRole
      seeksSteward
      isOnlySteward
      myRequestId
      hasMyEndedRequest
      wasRemoved
      joinRequestsWaiting
      participations {
        id
        name
        hasShownName
        coalition {
          id
          slug
          name
        }
      }
      viewerCan
      channels {
        id
        name
        unreadCount
        level
      }
      archivedChannels {
        id
        name
      }
    }
  }
`;

export const GROUP_MEMBERS_QUERY = gql<GroupMembersQuery, GroupMembersQueryVariables>`
  query GroupMembers($groupId: ID!, $after: String) {
    groupMembers(groupId: $groupId, after: $after) {
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
      }
      nextCursor
    }
  }
`;

export const JOIN_REQUESTS_QUERY = gql<JoinRequestsQuery, JoinRequestsQueryVariables>`
  query JoinRequests($groupId: ID!) {
    joinRequests(groupId: $groupId) {
      id
      name
      personId
      answers {
        question
        answer
      }
      createdAt
      viewerCan
    }
  }
`;

/** Requests that ended with answers that the viewer may still read; for a requester their own. */
export const ENDED_JOIN_REQUESTS_QUERY = gql<
  EndedJoinRequestsQuery,
  EndedJoinRequestsQueryVariables
>`
  query EndedJoinRequests($groupId: ID!) {
    endedJoinRequests(groupId: $groupId) {
      id
      name
      personId
      state
      decidedAt
      answers {
        question
        answer
      }
    }
  }
`;

export const JOIN_ANSWERS_QUERY = gql<JoinAnswersQuery, JoinAnswersQueryVariables>`
  query JoinAnswers($id: ID!) {
    joinAnswers(joinRequestId: $id) {
      question
      answer
    }
  }
`;

export const CREATE_GROUP = gql<FoundGroupMutation, FoundGroupMutationVariables>`
  mutation FoundGroup($input: FoundGroupInput!) {
    foundGroup(input: $input) {
      id
      slug
    }
  }
`;

export const EDIT_GROUP = gql<EditGroupMutation, EditGroupMutationVariables>`
  mutation EditGroup($input: EditGroupInput!) {
    editGroup(input: $input) {
      id
    }
  }
`;

export const JOIN_GROUP = gql<JoinGroupMutation, JoinGroupMutationVariables>`
  mutation JoinGroup($groupId: ID!, $personaName: String, $agreementsVersion: Int!) {
    joinGroup(groupId: $groupId, personaName: $personaName, agreementsVersion: $agreementsVersion) {
      id
    }
  }
`;

export const REQUEST_TO_JOIN = gql<RequestToJoinMutation, RequestToJoinMutationVariables>`
  mutation RequestToJoin($input: RequestToJoinInput!) {
    requestToJoin(input: $input) {
      id
    }
  }
`;

export const WITHDRAW_JOIN_REQUEST = gql<
  WithdrawJoinRequestMutation,
  WithdrawJoinRequestMutationVariables
>`
  mutation WithdrawJoinRequest($id: ID!) {
    withdrawJoinRequest(joinRequestId: $id) {
      id
    }
  }
`;

export const ACCEPT_JOIN_REQUEST = gql<
  AcceptJoinRequestMutation,
  AcceptJoinRequestMutationVariables
>`
  mutation AcceptJoinRequest($id: ID!) {
    acceptJoinRequest(joinRequestId: $id) {
      id
    }
  }
`;

export const DECLINE_JOIN_REQUEST = gql<
  DeclineJoinRequestMutation,
  DeclineJoinRequestMutationVariables
>`
  mutation DeclineJoinRequest($id: ID!) {
    declineJoinRequest(joinRequestId: $id) {
      id
    }
  }
`;

export const UNDO_DECLINE_JOIN_REQUEST = gql<
  UndoDeclineJoinRequestMutation,
  UndoDeclineJoinRequestMutationVariables
>`
  mutation UndoDeclineJoinRequest($id: ID!) {
    undoDeclineJoinRequest(joinRequestId: $id) {
      id
    }
  }
`;

export const REMOVE_GROUP_MEMBER = gql<RemoveMemberMutation, RemoveMemberMutationVariables>`
  mutation RemoveMember($id: ID!) {
    removeMember(membershipId: $id)
  }
`;

export const INVITE_TO_GROUP = gql<InviteToGroupMutation, InviteToGroupMutationVariables>`
  mutation InviteToGroup($input: InviteToGroupInput!) {
    inviteToGroup(input: $input) {
      id
    }
  }
`;

export const REMOVED_MEMBERS_QUERY = gql<RemovedMembersQuery, RemovedMembersQueryVariables>`
  query RemovedMembers($groupId: ID!) {
    removedMembers(groupId: $groupId) {
      id
      name
      removedAt
    }
  }
`;

export const READMIT_GROUP_MEMBER = gql<ReadmitMemberMutation, ReadmitMemberMutationVariables>`
  mutation ReadmitMember($id: ID!) {
    readmitMember(membershipId: $id)
  }
`;

export const STEWARDSHIP_OFFERS_QUERY = gql<
  StewardshipOffersQuery,
  StewardshipOffersQueryVariables
>`
  query StewardshipOffers {
    stewardshipOffers {
      id
      group {
        id
        slug
        name
        purpose
        picture
      }
    }
  }
`;

export const OFFER_STEWARDSHIP = gql<OfferStewardshipMutation, OfferStewardshipMutationVariables>`
  mutation OfferStewardship($id: ID!) {
    offerStewardship(membershipId: $id)
  }
`;

export const WITHDRAW_STEWARDSHIP_OFFER = gql<
  WithdrawStewardshipOfferMutation,
  WithdrawStewardshipOfferMutationVariables
>`
  mutation WithdrawStewardshipOffer($id: ID!) {
    withdrawStewardshipOffer(membershipId: $id)
  }
`;

export const ACCEPT_STEWARDSHIP = gql<
  AcceptStewardshipMutation,
  AcceptStewardshipMutationVariables
>`
  mutation AcceptStewardship($id: ID!) {
    acceptStewardship(membershipId: $id)
  }
`;

export const DECLINE_STEWARDSHIP = gql<
  DeclineStewardshipMutation,
  DeclineStewardshipMutationVariables
>`
  mutation DeclineStewardship($id: ID!) {
    declineStewardship(membershipId: $id)
  }
`;

export const END_STEWARDSHIP = gql<EndStewardshipMutation, EndStewardshipMutationVariables>`
  mutation EndStewardship($id: ID!) {
    endStewardship(membershipId: $id)
  }
`;

export const HAND_OVER_GROUP = gql<HandOverMutation, HandOverMutationVariables>`
  mutation HandOver($id: ID!) {
    handOverStewardship(membershipId: $id)
  }
`;
