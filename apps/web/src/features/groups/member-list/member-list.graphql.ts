import { gql } from 'urql';
import type {
  AskToOpenMemberListMutation,
  AskToOpenMemberListMutationVariables,
  CloseMemberListMutation,
  CloseMemberListMutationVariables,
  MemberListSettingQuery,
  MemberListSettingQueryVariables,
  ShowMeInMemberListMutation,
  ShowMeInMemberListMutationVariables,
} from '../../../gql/types';

export const MEMBER_LIST_SETTING = gql<MemberListSettingQuery, MemberListSettingQueryVariables>`
  query MemberListSetting($slug: String!) {
    group(slug: $slug) {
      id
      slug
      memberList
      openMemberListRequestId
      hasOtherSteward
    }
  }
`;

export const CLOSE_MEMBER_LIST = gql<CloseMemberListMutation, CloseMemberListMutationVariables>`
  mutation CloseMemberList($id: ID!) {
    closeMemberList(groupId: $id) {
      id
      memberList
    }
  }
`;

export const ASK_TO_OPEN_MEMBER_LIST = gql<
  AskToOpenMemberListMutation,
  AskToOpenMemberListMutationVariables
>`
  mutation AskToOpenMemberList($input: OpenMemberListInput!) {
    askToOpenMemberList(input: $input) {
      id
    }
  }
`;

export const SHOW_ME_IN_MEMBER_LIST = gql<
  ShowMeInMemberListMutation,
  ShowMeInMemberListMutationVariables
>`
  mutation ShowMeInMemberList($id: ID!) {
    showMeInMemberList(membershipId: $id)
  }
`;
