import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AcceptCaseOfferInput, CaseSupporterInput, OfferCaseInput } from './case-team.inputs.js';
import { CaseOffer, CaseTeamView, FormerCase } from './case-team.view.js';
import { CaseTeamViewsService } from './case-team-views.service.js';
import { EarlierSupporters } from './earlier-supporters.js';
import { SupporterOffersService } from './supporter-offers.service.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** The supporters of a case: who leads it, who joins it, and who takes it over. */
@Resolver()
export class CaseTeamResolver {
  constructor(
    private readonly views: CaseTeamViewsService,
    private readonly offers: SupporterOffersService,
    private readonly earlier: EarlierSupporters,
  ) {}

  /** The supporters of a case, and those who are asked, for its requester and its supporters. */
  @For('anySignedIn', 'guest')
  @Query(() => CaseTeamView)
  caseTeam(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string): Promise<CaseTeamView> {
    return this.views.one(viewer, id);
  }

  /** Cases that the viewer reads no more, with the supporters of their time there, so that they can report them. */
  @For('anySignedIn')
  @Query(() => [FormerCase])
  formerCases(@CurrentViewer() viewer: Viewer): Promise<FormerCase[]> {
    return this.earlier.inFormerCases(viewer);
  }

  /** Cases that the viewer is asked to join or to take over. */
  @Query(() => [CaseOffer])
  caseOffers(@CurrentViewer() viewer: Viewer): Promise<CaseOffer[]> {
    return this.views.offers(viewer);
  }

  /** Asks another supporter to join the case, or to take it over. The requester is told first. */
  @Mutation(() => Boolean)
  async offerCase(@CurrentViewer() viewer: Viewer, @Args('input') input: OfferCaseInput) {
    await this.offers.offer(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async withdrawCaseOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CaseSupporterInput,
  ) {
    await this.offers.withdraw(viewer, input);
    return true;
  }

  /** Agrees as the requester to a supporter who is asked, who can then accept at once. */
  @For('anySignedIn', 'guest')
  @Mutation(() => Boolean)
  async agreeToCaseOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CaseSupporterInput,
  ) {
    await this.offers.agree(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async acceptCaseOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AcceptCaseOfferInput,
  ) {
    await this.offers.accept(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async declineCaseOffer(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.offers.decline(viewer, id);
    return true;
  }

  /** Leaves a case that the viewer does not lead. */
  @Mutation(() => Boolean)
  async leaveSupportCase(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.offers.leave(viewer, id);
    return true;
  }
}
