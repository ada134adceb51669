import { gql } from 'urql';
import type {
  GroupMemberQuery,
  GroupMemberQueryVariables,
  MyPersonaQuery,
  MyPersonaQueryVariables,
  RemovePersonaPictureMutation,
  RemovePersonaPictureMutationVariables,
  SeenInGroupQuery,
  SeenInGroupQueryVariables,
  SetPersonaMutation,
  SetPersonaMutationVariables,
} from '../../gql/types';

export const GROUP_MEMBER_QUERY = gql<GroupMemberQuery, GroupMemberQueryVariables>`
  query GroupMember($id: ID!, $language: Language!) {
    groupMember(membershipId: $id) {
      ...MemberShown
      viewerCan
    }
  }

  fragment MemberShown on GroupMember {
    id
    name
    role
    isPersona
    personId
    avatar
    colour
    pronouns
    about
    practices(language: $language) {
      id
      name
    }
  }
`;
export type GroupMemberData = Omit<GroupMemberQuery['groupMember'], 'viewerCan'>;

/** The persona as its owner edits it. */
export const MY_PERSONA_QUERY = gql<MyPersonaQuery, MyPersonaQueryVariables>`
  query MyPersona($membershipId: ID!, $language: Language!) {
    groupMember(membershipId: $membershipId) {
      id
      role
      hasPersona
      name
      avatar
      colour
      pronouns
      about
      practices(language: $language) {
        id
      }
    }
  }
`;
export type MyPersona = MyPersonaQuery['groupMember'];

/** The persona as other members of the group see it. */
export const PERSONA_PREVIEW_QUERY = gql<SeenInGroupQuery, SeenInGroupQueryVariables>`
  query SeenInGroup($groupId: ID!, $language: Language!) {
    seenInGroup(groupId: $groupId) {
      id
      isListed
      hasPersona
      name
      role
      isPersona
      personId
      avatar
      colour
      pronouns
      about
      practices(language: $language) {
        id
        name
      }
    }
  }
`;

export const SET_PERSONA = gql<SetPersonaMutation, SetPersonaMutationVariables>`
  mutation SetPersona($input: PersonaInput!) {
    setPersona(input: $input)
  }
`;

export const REMOVE_PERSONA_PICTURE = gql<
  RemovePersonaPictureMutation,
  RemovePersonaPictureMutationVariables
>`
  mutation RemovePersonaPicture($id: ID!) {
    removePersonaPicture(membershipId: $id)
  }
`;
