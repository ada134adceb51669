import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { IntroducerChoice } from './introducer-choice.view.js';
import { IntroducersService } from './introducers.service.js';
import { PassOnIntroduction } from './pass-on-introduction.js';

const INTRODUCTION_ID = { name: 'introductionId', type: () => ID } as const;

@Resolver()
export class IntroducersResolver {
  constructor(
    private readonly service: IntroducersService,
    private readonly passing: PassOnIntroduction,
  ) {}

  @Query(() => [IntroducerChoice], { description: 'Through whom the viewer may ask this person.' })
  introducers(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.service.choices(viewer, personId);
  }

  @Query(() => Boolean, { description: 'Whether the viewer offers to introduce.' })
  offersToIntroduce(@CurrentViewer() viewer: Viewer) {
    return this.service.offers(viewer);
  }

  @Mutation(() => Boolean)
  setOffersToIntroduce(@CurrentViewer() viewer: Viewer, @Args('does') does: boolean) {
    return this.service.setOffers(viewer, does);
  }

  @Mutation(() => Boolean)
  passIntroduction(@CurrentViewer() viewer: Viewer, @Args(INTRODUCTION_ID) id: string) {
    return this.passing.pass(viewer, id);
  }

  @Mutation(() => Boolean, { description: 'It stays where it is, and nobody is told.' })
  lapseIntroduction(@CurrentViewer() viewer: Viewer, @Args(INTRODUCTION_ID) id: string) {
    return this.passing.lapse(viewer, id);
  }
}
