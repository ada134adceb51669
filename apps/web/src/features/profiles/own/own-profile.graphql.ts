import { gql } from 'urql';
import type {
  AnswerJoiningMutation,
  AnswerJoiningMutationVariables,
  MyProfileQuery,
  MyProfileQueryVariables,
  RegionsOfQuery,
  RegionsOfQueryVariables,
  RemoveAvatarMutation,
  RemoveAvatarMutationVariables,
  SetFieldAudienceMutation,
  SetFieldAudienceMutationVariables,
  SetProfileFieldMutation,
  SetProfileFieldMutationVariables,
  SetTakesRequestsMutation,
  SetTakesRequestsMutationVariables,
  ViewAsQuery,
  ViewAsQueryVariables,
} from '../../../gql/types';

export const MY_PROFILE_QUERY = gql<MyProfileQuery, MyProfileQueryVariables>`
  query MyProfile($language: Language!) {
    myProfile {
      id
      mayBeFound
      takesRequests
      isCounted
      fields {
        ...OwnField
      }
    }
  }

  fragment OwnField on ProfileField {
    id
    kind
    audience
    ceiling
    groupIds
    isForChosenGroups
    text
    version
    terms(language: $language) {
      id
      name
      shortName
    }
  }
`;
export type OwnProfileField = MyProfileQuery['myProfile']['fields'][number];

export const SET_PROFILE_FIELD = gql<SetProfileFieldMutation, SetProfileFieldMutationVariables>`
  mutation SetProfileField($input: SetProfileFieldInput!) {
    setProfileField(input: $input) {
      id
      version
    }
  }
`;

export const SET_FIELD_AUDIENCE = gql<SetFieldAudienceMutation, SetFieldAudienceMutationVariables>`
  mutation SetFieldAudience($input: SetFieldAudienceInput!) {
    setFieldAudience(input: $input) {
      id
      version
    }
  }
`;

export const REMOVE_PROFILE_PICTURE = gql<RemoveAvatarMutation, RemoveAvatarMutationVariables>`
  mutation RemoveAvatar {
    removeAvatar {
      id
      version
    }
  }
`;

export const SET_TAKES_REQUESTS = gql<SetTakesRequestsMutation, SetTakesRequestsMutationVariables>`
  mutation SetTakesRequests($takesRequests: Boolean!) {
    setTakesRequests(takesRequests: $takesRequests) {
      id
      takesRequests
    }
  }
`;

export const ANSWER_JOINING_QUESTION = gql<AnswerJoiningMutation, AnswerJoiningMutationVariables>`
  mutation AnswerJoining($input: JoiningAnswerInput!) {
    answerJoiningQuestion(input: $input) {
      id
      mayBeFound
    }
  }
`;

export const REGIONS_OF_COUNTRY_QUERY = gql<RegionsOfQuery, RegionsOfQueryVariables>`
  query RegionsOf($country: ID!) {
    regions(country: $country) {
      id
      name
    }
  }
`;

export const VIEW_PROFILE_AS_QUERY = gql<ViewAsQuery, ViewAsQueryVariables>`
  query ViewAs($input: ViewAsInput!, $language: Language!) {
    viewAs(input: $input) {
      id
      takesRequests
      name
      avatar
      colour
      pronouns
      about
      otherSkills
      supportSought
      organisation
      contact
      issueAreas(language: $language) {
        id
        name
      }
      practices(language: $language) {
        id
        name
      }
      territories(language: $language) {
        id
        name
      }
      languages(language: $language) {
        id
        name
      }
      interprets(language: $language) {
        id
        name
      }
      skills(language: $language) {
        id
        name
      }
      seeks(language: $language) {
        id
        name
      }
      region(language: $language) {
        id
        name
      }
    }
  }
`;
