import { gql } from 'urql';
import type {
  AgreeToHelpMutation,
  AgreeToHelpMutationVariables,
  AskHelperMutation,
  AskHelperMutationVariables,
  CaseConsentsQuery,
  CaseConsentsQueryVariables,
  CaseHelpersQuery,
  CaseHelpersQueryVariables,
  DescribeHelpMutation,
  DescribeHelpMutationVariables,
  EndHelperMutation,
  EndHelperMutationVariables,
  GiveConsentMutation,
  GiveConsentMutationVariables,
  LeaveHelpMutation,
  LeaveHelpMutationVariables,
  ShareCaseMutation,
  ShareCaseMutationVariables,
  WithdrawConsentMutation,
  WithdrawConsentMutationVariables,
} from '../../../gql/types';

export type Helper = CaseHelpersQuery['caseHelpers'][number];
export type Consent = CaseConsentsQuery['caseConsents'][number];

/** Types that these mutations change, and their results do not contain. */
export const HELPER_CHANGES = ['CaseHelperView', 'ConsentEntry', 'HelperCase'];

export const CASE_HELPERS = gql<CaseHelpersQuery, CaseHelpersQueryVariables>`
  query CaseHelpers($id: ID!) {
    caseHelpers(id: $id) {
      id
      state
      person {
        id
        name
      }
      name
      text
      until
      expiresAt
      endedAt
      endedBy
      waitingActId
      channelId
    }
  }
`;

export const CASE_CONSENTS = gql<CaseConsentsQuery, CaseConsentsQueryVariables>`
  query CaseConsents($id: ID!) {
    caseConsents(id: $id) {
      id
      state
      name
      text
      until
      hash
      consentedAt
      openedAt
      endedAt
      endedBy
    }
  }
`;

export const ASK_HELPER = gql<AskHelperMutation, AskHelperMutationVariables>`
  mutation AskHelper($input: AskHelperInput!) {
    askHelper(input: $input)
  }
`;

export const DESCRIBE_HELP = gql<DescribeHelpMutation, DescribeHelpMutationVariables>`
  mutation DescribeHelp($input: DescribeHelpInput!) {
    describeHelp(input: $input)
  }
`;

export const SHARE_CASE = gql<ShareCaseMutation, ShareCaseMutationVariables>`
  mutation ShareCase($input: ShareCaseInput!) {
    shareCase(input: $input) {
      id
    }
  }
`;

export const END_HELPER = gql<EndHelperMutation, EndHelperMutationVariables>`
  mutation EndHelper($input: CaseHelperInput!) {
    endHelper(input: $input)
  }
`;

export const GIVE_CONSENT = gql<GiveConsentMutation, GiveConsentMutationVariables>`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input)
  }
`;

export const WITHDRAW_CONSENT = gql<WithdrawConsentMutation, WithdrawConsentMutationVariables>`
  mutation WithdrawConsent($input: CaseHelperInput!) {
    withdrawConsent(input: $input)
  }
`;

export const AGREE_TO_HELP = gql<AgreeToHelpMutation, AgreeToHelpMutationVariables>`
  mutation AgreeToHelp($input: AgreeToHelpInput!) {
    agreeToHelp(input: $input)
  }
`;

export const LEAVE_HELP = gql<LeaveHelpMutation, LeaveHelpMutationVariables>`
  mutation LeaveHelp($id: ID!) {
    leaveHelp(id: $id)
  }
`;
