import { gql } from 'urql';
import type {
  AcceptCaseOfferMutation,
  AcceptCaseOfferMutationVariables,
  AgreeToCaseOfferMutation,
  AgreeToCaseOfferMutationVariables,
  CaseOffersQuery,
  CaseOffersQueryVariables,
  CaseTeamQuery,
  CaseTeamQueryVariables,
  DeclineCaseOfferMutation,
  DeclineCaseOfferMutationVariables,
  FormerCasesQuery,
  FormerCasesQueryVariables,
  LeaveSupportCaseMutation,
  LeaveSupportCaseMutationVariables,
  OfferCaseMutation,
  OfferCaseMutationVariables,
  SupporterNamesQuery,
  SupporterNamesQueryVariables,
  WithdrawCaseOfferMutation,
  WithdrawCaseOfferMutationVariables,
} from '../../../gql/types';

export type Team = CaseTeamQuery['caseTeam'];
export type TeamMember = Team['members'][number];
export type SupporterPart = Omit<Team['earlier'][number], '__typename'>;
export type SupporterOffer = Team['offers'][number];
export type CaseOffer = CaseOffersQuery['caseOffers'][number];

/** Types that these mutations change, and their results do not contain. */
export const TEAM_CHANGES = ['CaseTeamView', 'CaseOffer', 'SupportRequest', 'SupportCase'];

export const CASE_TEAM = gql<CaseTeamQuery, CaseTeamQueryVariables>`
  query CaseTeam($id: ID!) {
    caseTeam(id: $id) {
      members {
        supporter {
          id
          workName
        }
        isLead
        wouldLead
        partId
      }
      earlier {
        id
        workName
      }
      offers {
        supporter {
          id
          workName
        }
        takesOver
        acceptableFrom
        endsAt
        isAgreed
      }
      supporterAuthorIds
      requesterAuthorId
    }
  }
`;

/** Cases that the viewer reads no more, with the supporters of their time there. */
export const FORMER_CASES = gql<FormerCasesQuery, FormerCasesQueryVariables>`
  query FormerCases {
    formerCases {
      id
      number
      supporters {
        id
        workName
      }
    }
  }
`;

export const CASE_OFFERS = gql<CaseOffersQuery, CaseOffersQueryVariables>`
  query CaseOffers {
    caseOffers {
      id
      number
      kind
      isUrgent
      languages
      createdAt
      takesOver
      leadName
      acceptableFrom
      endsAt
    }
  }
`;

export const SUPPORTER_NAMES = gql<SupporterNamesQuery, SupporterNamesQueryVariables>`
  query SupporterNames {
    supportAsking {
      supporters {
        id
        workName
      }
    }
  }
`;

export const OFFER_CASE = gql<OfferCaseMutation, OfferCaseMutationVariables>`
  mutation OfferCase($input: OfferCaseInput!) {
    offerCase(input: $input)
  }
`;

export const WITHDRAW_CASE_OFFER = gql<
  WithdrawCaseOfferMutation,
  WithdrawCaseOfferMutationVariables
>`
  mutation WithdrawCaseOffer($input: CaseSupporterInput!) {
    withdrawCaseOffer(input: $input)
  }
`;

export const AGREE_TO_CASE_OFFER = gql<AgreeToCaseOfferMutation, AgreeToCaseOfferMutationVariables>`
  mutation AgreeToCaseOffer($input: CaseSupporterInput!) {
    agreeToCaseOffer(input: $input)
  }
`;

export const ACCEPT_CASE_OFFER = gql<AcceptCaseOfferMutation, AcceptCaseOfferMutationVariables>`
  mutation AcceptCaseOffer($input: AcceptCaseOfferInput!) {
    acceptCaseOffer(input: $input)
  }
`;

export const DECLINE_CASE_OFFER = gql<DeclineCaseOfferMutation, DeclineCaseOfferMutationVariables>`
  mutation DeclineCaseOffer($id: ID!) {
    declineCaseOffer(id: $id)
  }
`;

export const LEAVE_SUPPORT_CASE = gql<LeaveSupportCaseMutation, LeaveSupportCaseMutationVariables>`
  mutation LeaveSupportCase($id: ID!) {
    leaveSupportCase(id: $id)
  }
`;
