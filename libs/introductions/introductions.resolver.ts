import {
  Args,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AskIntroduction } from './ask-introduction.js';
import { IntroducedPerson } from './introduced-person.view.js';
import { IntroductionCards } from './introduction-cards.js';
import { Introduction, IntroductionAction, IntroductionState } from './introduction.entity.js';
import { IntroductionPage } from './introduction-page.view.js';
import { AskIntroductionInput } from './introductions.inputs.js';
import { IntroductionSide, IntroductionsService } from './introductions.service.js';

registerEnumType(IntroductionSide, { name: 'IntroductionSide' });

const INTRODUCTION_ID = { name: 'introductionId', type: () => ID } as const;

@Resolver(() => Introduction)
export class IntroductionsResolver {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly asking: AskIntroduction,
    private readonly persons: IntroductionCards,
    private readonly access: AccessService,
  ) {}

  @Query(() => Introduction)
  introduction(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.introductions.read(viewer, id);
  }

  @Query(() => IntroductionPage, { name: 'introductions' })
  list(
    @CurrentViewer() viewer: Viewer,
    @Args('side', { type: () => IntroductionSide }) side: IntroductionSide,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ) {
    return this.introductions.list(viewer, side, after);
  }

  @Query(() => Int, { description: 'How many wait for the viewer’s answer.' })
  introductionsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.introductions.countWaiting(viewer);
  }

  @Mutation(() => Introduction)
  askIntroduction(@CurrentViewer() viewer: Viewer, @Args('input') input: AskIntroductionInput) {
    return this.asking.ask(viewer, input);
  }

  @Mutation(() => Introduction)
  acceptIntroduction(@CurrentViewer() viewer: Viewer, @Args(INTRODUCTION_ID) id: string) {
    return this.introductions.accept(viewer, id);
  }

  @Mutation(() => Introduction)
  declineIntroduction(@CurrentViewer() viewer: Viewer, @Args(INTRODUCTION_ID) id: string) {
    return this.introductions.decline(viewer, id);
  }

  @Mutation(() => Introduction)
  withdrawIntroduction(@CurrentViewer() viewer: Viewer, @Args(INTRODUCTION_ID) id: string) {
    return this.introductions.withdraw(viewer, id);
  }

  @ResolveField(() => IntroductionState)
  state(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return this.introductions.stateFor(viewer, introduction);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer asked for it.' })
  isMine(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return introduction.askerId === viewer.accountId;
  }

  @ResolveField(() => IntroducedPerson, {
    description: 'The other side; to an introducer, the asker.',
  })
  person(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return this.persons.of(viewer, introduction);
  }

  @ResolveField(() => IntroducedPerson, {
    nullable: true,
    description: 'To an introducer, the asked.',
  })
  toMeet(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return this.persons.toMeet(viewer, introduction);
  }

  @ResolveField(() => IntroducedPerson, {
    nullable: true,
    description: 'Who was asked to pass it on.',
  })
  introducer(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return this.persons.introducer(viewer, introduction);
  }

  @ResolveField(() => [IntroductionAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() introduction: Introduction) {
    return this.access.viewerCan('Introduction', introduction.id, viewer);
  }
}
