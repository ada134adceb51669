import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { EmergencyLine } from './emergency-line.entity.js';
import { EmergencyLineRequestsService } from './emergency-line-requests.service.js';
import { AddEmergencyLineInput, ChangeEmergencyLineInput } from './emergency-list.inputs.js';
import { EmergencyListService } from './emergency-list.service.js';
import { EmergencyList } from './emergency-list.view.js';

const LANGUAGE = { name: 'language', type: () => Language } as const;

@For('administrator')
@Resolver(() => EmergencyLine)
export class EmergencyListResolver {
  constructor(
    private readonly list: EmergencyListService,
    private readonly requests: EmergencyLineRequestsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @For('anyone')
  @Query(() => EmergencyList)
  emergencyList(@CurrentViewer() viewer: Viewer) {
    return this.list.read(viewer);
  }

  /** The lines, for the administrators who may propose changes. */
  @Query(() => [EmergencyLine])
  emergencyLinesToEdit(@CurrentViewer() viewer: Viewer) {
    return this.list.toEdit(viewer);
  }

  /** The languages in which the service answers. */
  @ResolveField(() => [TermView])
  languages(@Parent() line: EmergencyLine, @Args(LANGUAGE) language: Language) {
    return this.taxonomy.terms(line.languages, language);
  }

  /** The country or shared territory; null for the whole region. */
  @ResolveField(() => TermView, { nullable: true })
  territory(@Parent() line: EmergencyLine, @Args(LANGUAGE) language: Language) {
    return this.taxonomy.terms(line.territory ? [line.territory] : [], language)[0] ?? null;
  }

  /** Requests a new line; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToAddEmergencyLine(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddEmergencyLineInput,
  ) {
    return this.requests.askToAdd(viewer, input);
  }

  /** Requests a change of a line; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeEmergencyLine(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ChangeEmergencyLineInput,
  ) {
    return this.requests.askToChange(viewer, input);
  }

  /** Takes a line off the list at once. No other administrator has to approve it. */
  @Mutation(() => Boolean)
  takeOffEmergencyLine(
    @CurrentViewer() viewer: Viewer,
    @Args('lineId', { type: () => ID }) lineId: string,
  ) {
    return this.list.takeOff(viewer, lineId);
  }

  /** Records that the viewer checked the whole list today. */
  @Mutation(() => EmergencyList)
  markEmergencyListReviewed(@CurrentViewer() viewer: Viewer) {
    return this.list.markReviewed(viewer);
  }
}
