import { gql } from 'urql';
import type {
  AcceptOwnershipMutation,
  AcceptOwnershipMutationVariables,
  AcceptPartnerInvitationMutation,
  AcceptPartnerInvitationMutationVariables,
  CasePartnersQuery,
  CasePartnersQueryVariables,
  DeclineOwnershipMutation,
  DeclineOwnershipMutationVariables,
  DeclinePartnerInvitationMutation,
  DeclinePartnerInvitationMutationVariables,
  InvitePartnerMutation,
  InvitePartnerMutationVariables,
  LeavePartnerSideMutation,
  LeavePartnerSideMutationVariables,
  OfferOwnershipMutation,
  OfferOwnershipMutationVariables,
  PartnerCasesQuery,
  PartnerCasesQueryVariables,
  RemovePartnerMutation,
  RemovePartnerMutationVariables,
} from '../../../gql/types';

export type Partner = CasePartnersQuery['casePartners'][number];
export type PartnerCase = PartnerCasesQuery['partnerCases'][number];
export type HelperCase = PartnerCasesQuery['helperCases'][number];
export type PartnerInvitation = PartnerCasesQuery['partnerInvitations'][number];

/** Types that these mutations change, and their results do not contain. */
export const PARTNER_CHANGES = ['CasePartnerView', 'PartnerCase', 'PartnerInvitation'];

export const CASE_PARTNERS = gql<CasePartnersQuery, CasePartnersQueryVariables>`
  query CasePartners($id: ID!) {
    casePartners(id: $id) {
      id
      person {
        id
        name
      }
      chosenName
      takesPart
      isOfferedOwnership
      expiresAt
    }
  }
`;

/** The cases of others in which the viewer has a part, with invitations to them and questions to help. */
export const PARTNER_CASES = gql<PartnerCasesQuery, PartnerCasesQueryVariables>`
  query PartnerCases {
    partnerCases {
      id
      number
      kind
      stage
      inviter {
        id
        name
      }
      pausedUntil
      destroyedAt
      viewerCan
    }
    partnerInvitations {
      id
      inviter {
        id
        name
      }
      expiresAt
    }
    helperCases {
      id
      kind
      state
      leadName
      expiresAt
      name
      text
      until
      channelId
    }
  }
`;

export const INVITE_PARTNER = gql<InvitePartnerMutation, InvitePartnerMutationVariables>`
  mutation InvitePartner($input: InvitePartnerInput!) {
    invitePartner(input: $input)
  }
`;

export const REMOVE_PARTNER = gql<RemovePartnerMutation, RemovePartnerMutationVariables>`
  mutation RemovePartner($input: RemovePartnerInput!) {
    removePartner(input: $input)
  }
`;

export const ACCEPT_PARTNER_INVITATION = gql<
  AcceptPartnerInvitationMutation,
  AcceptPartnerInvitationMutationVariables
>`
  mutation AcceptPartnerInvitation($input: AcceptPartnerInvitationInput!) {
    acceptPartnerInvitation(input: $input)
  }
`;

export const DECLINE_PARTNER_INVITATION = gql<
  DeclinePartnerInvitationMutation,
  DeclinePartnerInvitationMutationVariables
>`
  mutation DeclinePartnerInvitation($id: ID!) {
    declinePartnerInvitation(id: $id)
  }
`;

export const OFFER_OWNERSHIP = gql<OfferOwnershipMutation, OfferOwnershipMutationVariables>`
  mutation OfferOwnership($input: OfferOwnershipInput!) {
    offerOwnership(input: $input)
  }
`;

export const ACCEPT_OWNERSHIP = gql<AcceptOwnershipMutation, AcceptOwnershipMutationVariables>`
  mutation AcceptOwnership($id: ID!) {
    acceptOwnership(id: $id)
  }
`;

export const DECLINE_OWNERSHIP = gql<DeclineOwnershipMutation, DeclineOwnershipMutationVariables>`
  mutation DeclineOwnership($id: ID!) {
    declineOwnership(id: $id)
  }
`;

export const LEAVE_PARTNER_SIDE = gql<LeavePartnerSideMutation, LeavePartnerSideMutationVariables>`
  mutation LeavePartnerSide($id: ID!) {
    leavePartnerSide(id: $id)
  }
`;
