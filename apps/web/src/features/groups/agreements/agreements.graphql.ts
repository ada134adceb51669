import { gql } from 'urql';
import type {
  AgreementsQuery,
  AgreementsQueryVariables,
  AgreementsWaitingQuery,
  AgreementsWaitingQueryVariables,
  ConsentToAgreementsMutation,
  ConsentToAgreementsMutationVariables,
  PublishAgreementsMutation,
  PublishAgreementsMutationVariables,
} from '../../../gql/types';

export const AGREEMENTS_QUERY = gql<AgreementsQuery, AgreementsQueryVariables>`
  query Agreements($slug: String!) {
    group(slug: $slug) {
      id
      kind
      slug
      name
      myMembershipId
      viewerCan
      memberCount
      unconsentedCount
      agreementsSummary
      agreements {
        version
        text
        publishedAt
      }
      agreementsChange {
        consentedText
        summaries
        graceEndsAt
        isReadOnly
      }
    }
  }
`;

export const AGREEMENTS_WAITING_QUERY = gql<
  AgreementsWaitingQuery,
  AgreementsWaitingQueryVariables
>`
  query AgreementsWaiting {
    groupsWithChangedAgreements {
      id
      kind
      slug
      name
      agreementsChange {
        graceEndsAt
        isReadOnly
      }
    }
  }
`;

export const CONSENT_TO_AGREEMENTS = gql<
  ConsentToAgreementsMutation,
  ConsentToAgreementsMutationVariables
>`
  mutation ConsentToAgreements($groupId: ID!, $version: Int!) {
    consentToAgreements(groupId: $groupId, version: $version) {
      id
    }
  }
`;

export const PUBLISH_AGREEMENTS = gql<
  PublishAgreementsMutation,
  PublishAgreementsMutationVariables
>`
  mutation PublishAgreements($input: PublishAgreementsInput!) {
    publishAgreements(input: $input) {
      id
    }
  }
`;
