import { gql } from 'urql';
import type {
  EndOrganisationMutation,
  EndOrganisationMutationVariables,
  KeepOrganisationMutation,
  KeepOrganisationMutationVariables,
  EditOrganisationMutation,
  EditOrganisationMutationVariables,
  FoundOrganisationMutation,
  FoundOrganisationMutationVariables,
  MyOrganisationsQuery,
  MyOrganisationsQueryVariables,
  OrganisationQuery,
  OrganisationQueryVariables,
  OrganisationsQuery,
  OrganisationsQueryVariables,
} from '../../gql/types';

export type Organisation = OrganisationQuery['organisation'];

export const MY_ORGANISATIONS_QUERY = gql<MyOrganisationsQuery, MyOrganisationsQueryVariables>`
  query MyOrganisations {
    myOrganisations {
      id
      slug
      name
      about
    }
  }
`;

export const ORGANISATIONS_QUERY = gql<OrganisationsQuery, OrganisationsQueryVariables>`
  query Organisations($chips: [ID!], $words: String, $after: String) {
    organisations(chips: $chips, words: $words, after: $after) {
      items {
        id
        slug
        name
        about
      }
      nextCursor
    }
  }
`;

export const ORGANISATION_QUERY = gql<OrganisationQuery, OrganisationQueryVariables>`
  query Organisation($slug: String!) {
    organisation(slug: $slug) {
      id
      slug
      name
      about
      issueAreas
      practices
      territories
      languages
      audience
      endsAt
      groupIds
      myAffiliation {
        id
        isSpokesperson
        audience
        viewerCan
      }
      viewerCan
    }
  }
`;

export const CREATE_ORGANISATION = gql<
  FoundOrganisationMutation,
  FoundOrganisationMutationVariables
>`
  mutation FoundOrganisation($input: FoundOrganisationInput!) {
    foundOrganisation(input: $input) {
      id
      slug
    }
  }
`;

export const EDIT_ORGANISATION = gql<EditOrganisationMutation, EditOrganisationMutationVariables>`
  mutation EditOrganisation($input: EditOrganisationInput!) {
    editOrganisation(input: $input) {
      id
      slug
    }
  }
`;

export const END_ORGANISATION = gql<EndOrganisationMutation, EndOrganisationMutationVariables>`
  mutation EndOrganisation($id: ID!) {
    endOrganisation(organisationId: $id) {
      id
    }
  }
`;

export const CANCEL_ORGANISATION_END = gql<
  KeepOrganisationMutation,
  KeepOrganisationMutationVariables
>`
  mutation KeepOrganisation($id: ID!) {
    keepOrganisation(organisationId: $id) {
      id
    }
  }
`;
