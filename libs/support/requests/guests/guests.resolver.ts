import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { HttpExchange } from '#access/http-request.js';
import type { Viewer } from '#policy/viewer.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { AskAsGuest } from './ask-as-guest.js';
import { CaseGuestsService } from './case-guests.service.js';
import { GuestAvailabilityService } from './guest-availability.service.js';
import { AskAsGuestInput, CasePhrase, SavedCasePhraseInput } from './guest.inputs.js';

/** Operations of people who ask for support without an account. */
@For('anyone')
@Resolver()
export class GuestsResolver {
  constructor(
    private readonly asking: AskAsGuest,
    private readonly availability: GuestAvailabilityService,
    private readonly guests: CaseGuestsService,
    private readonly entrance: SignInService,
  ) {}

  /** Why the viewer cannot ask without an account now, as the reason of a refusal; null while they can. */
  @Query(() => String, { nullable: true })
  guestAskingClosedBecause(@CurrentViewer() viewer: Viewer): Promise<string | null> {
    return this.availability.closedBecause(viewer);
  }

  /** Makes a request without an account, and signs this browser in as its guest. */
  @Mutation(() => CasePhrase)
  async askSupportAsGuest(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AskAsGuestInput,
    @Context() { req, reply }: HttpExchange,
  ): Promise<CasePhrase> {
    const { guestId, ...phrase } = await this.asking.ask(viewer, input, req.ip);
    await this.entrance.enterAsGuest(guestId, req, reply);
    return phrase;
  }

  /** Gives a request of the viewer a new recovery phrase. An earlier one works until the new one is saved or used. */
  @For('applicant', 'guest')
  @Mutation(() => CasePhrase)
  takeCasePhrase(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CasePhrase> {
    return this.guests.takePhrase(viewer, id);
  }

  /** Ends the earlier phrase of a request of the viewer. Returns the id of the request. */
  @For('applicant', 'guest')
  @Mutation(() => ID)
  async confirmCasePhrase(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SavedCasePhraseInput,
  ): Promise<string> {
    await this.guests.confirmSaved(viewer, input);
    return input.requestId;
  }
}
