import { gql } from 'urql';
import type {
  DescribeAttachmentMutation,
  DescribeAttachmentMutationVariables,
  UploadedQuery,
  UploadedQueryVariables,
} from '../../../gql/types';

export const ATTACHMENT_STATE_QUERY = gql<UploadedQuery, UploadedQueryVariables>`
  query Uploaded($id: ID!) {
    attachment(uploadId: $id) {
      id
      state
      refusal
    }
  }
`;

export const DESCRIBE_ATTACHMENT = gql<
  DescribeAttachmentMutation,
  DescribeAttachmentMutationVariables
>`
  mutation DescribeAttachment($id: ID!, $text: String!) {
    describeAttachment(id: $id, text: $text) {
      id
      text
    }
  }
`;
