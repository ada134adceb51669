import { gql } from 'urql';
import type {
  CurrentCallLinkTemplateQuery,
  CurrentCallLinkTemplateQueryVariables,
  RequestCallLinkTemplateMutation,
  RequestCallLinkTemplateMutationVariables,
} from '../../../gql/types';

export const CALL_LINK_TEMPLATE = gql<
  CurrentCallLinkTemplateQuery,
  CurrentCallLinkTemplateQueryVariables
>`
  query CurrentCallLinkTemplate {
    callLinkTemplate
  }
`;

export const REQUEST_CALL_LINK_TEMPLATE = gql<
  RequestCallLinkTemplateMutation,
  RequestCallLinkTemplateMutationVariables
>`
  mutation RequestCallLinkTemplate($input: CallLinkTemplateInput!) {
    askToChangeCallLinkTemplate(input: $input) {
      id
    }
  }
`;
