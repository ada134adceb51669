import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import {
  AcceptPartnerInvitationInput,
  InvitePartnerInput,
  OfferOwnershipInput,
  RemovePartnerInput,
} from './case-partner.inputs.js';
import { CasePartnerView, PartnerCase, PartnerInvitation } from './case-partner.view.js';
import { CasePartnerViewsService } from './case-partner-views.service.js';
import { CasePartnersService } from './case-partners.service.js';
import { HandOverCase } from './hand-over-case.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** The partner side of a case: people whom its requester adds, and who agree. */
@For('anySignedIn')
@Resolver()
export class CasePartnersResolver {
  constructor(
    private readonly views: CasePartnerViewsService,
    private readonly partners: CasePartnersService,
    private readonly ownership: HandOverCase,
  ) {}

  /** The partner side of the viewer's own request, with open invitations. */
  @Query(() => [CasePartnerView])
  casePartners(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.views.list(viewer, id);
  }

  @Query(() => [PartnerInvitation])
  partnerInvitations(@CurrentViewer() viewer: Viewer) {
    return this.views.invitations(viewer);
  }

  /** The cases on whose partner side the viewer is. */
  @Query(() => [PartnerCase])
  partnerCases(@CurrentViewer() viewer: Viewer) {
    return this.views.cases(viewer);
  }

  @Mutation(() => Boolean)
  async invitePartner(@CurrentViewer() viewer: Viewer, @Args('input') input: InvitePartnerInput) {
    await this.partners.invite(viewer, input);
    return true;
  }

  /** Withdraws an invitation, or removes a person, who reads nothing more before the answer. */
  @Mutation(() => Boolean)
  async removePartner(@CurrentViewer() viewer: Viewer, @Args('input') input: RemovePartnerInput) {
    await this.partners.remove(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async acceptPartnerInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AcceptPartnerInvitationInput,
  ) {
    await this.partners.accept(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async declinePartnerInvitation(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.partners.decline(viewer, id);
    return true;
  }

  @Mutation(() => Boolean)
  async leavePartnerSide(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.partners.leave(viewer, id);
    return true;
  }

  /** Offers the case to a person of the partner side, who decides about it once they accept. */
  @Mutation(() => Boolean)
  async offerOwnership(@CurrentViewer() viewer: Viewer, @Args('input') input: OfferOwnershipInput) {
    await this.ownership.offer(viewer, input);
    return true;
  }

  /** Makes the viewer the requester of the case, whose former requester stays on the partner side. */
  @Mutation(() => Boolean)
  async acceptOwnership(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.ownership.accept(viewer, id);
    return true;
  }

  @Mutation(() => Boolean)
  async declineOwnership(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.ownership.decline(viewer, id);
    return true;
  }
}
