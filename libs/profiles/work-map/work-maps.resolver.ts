import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { WorkMapConsentService } from '../own-profile/work-map-consent.service.js';
import { Profile } from '../profile.entity.js';
import { WorkMap } from './work-map.view.js';
import { WorkMapsService } from './work-maps.service.js';

@Resolver()
export class WorkMapsResolver {
  constructor(
    private readonly maps: WorkMapsService,
    private readonly counting: WorkMapConsentService,
  ) {}

  @Query(() => WorkMap, { nullable: true })
  workMap(@Args('language', { type: () => Language }) language: Language) {
    return this.maps.shown(language);
  }

  @Mutation(() => Profile)
  setCounted(@Args('isCounted') isCounted: boolean, @CurrentViewer() viewer: Viewer) {
    return this.counting.set(viewer, isCounted);
  }
}
