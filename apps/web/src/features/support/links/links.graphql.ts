import { gql } from 'urql';
import type {
  AddCaseLinkMutation,
  AddCaseLinkMutationVariables,
  CaseLinksQuery,
  CaseLinksQueryVariables,
  RemoveCaseLinkMutation,
  RemoveCaseLinkMutationVariables,
} from '../../../gql/types';

export type CaseLink = CaseLinksQuery['caseLinks'][number];

/** Types that these mutations change, and their results do not contain. */
export const LINK_CHANGES = ['CaseLink'];

export const CASE_LINKS = gql<CaseLinksQuery, CaseLinksQueryVariables>`
  query CaseLinks($id: ID!) {
    caseLinks(id: $id) {
      id
      name
      url
      authorName
      isBySupporter
      isByRequester
      isOwn
    }
  }
`;

export const ADD_CASE_LINK = gql<AddCaseLinkMutation, AddCaseLinkMutationVariables>`
  mutation AddCaseLink($input: AddCaseLinkInput!) {
    addCaseLink(input: $input)
  }
`;

export const REMOVE_CASE_LINK = gql<RemoveCaseLinkMutation, RemoveCaseLinkMutationVariables>`
  mutation RemoveCaseLink($input: CaseLinkInput!) {
    removeCaseLink(input: $input)
  }
`;
