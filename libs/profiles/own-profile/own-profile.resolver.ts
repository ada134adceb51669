import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AvatarsService } from './avatars.service.js';
import { IntroductionAvailabilityService } from './introduction-availability.service.js';
import { OwnProfileService } from './own-profile.service.js';
import { Person } from '../persons/person.view.js';
import { ProfileField } from '../persons/profile-field.entity.js';
import { Profile } from '../profile.entity.js';
import {
  JoiningAnswerInput,
  SetFieldAudienceInput,
  SetProfileFieldInput,
  ViewAsInput,
} from '../profiles.inputs.js';
import { ViewAsService } from '../persons/view-as.service.js';

@Resolver(() => Profile)
export class OwnProfileResolver {
  constructor(
    private readonly own: OwnProfileService,
    private readonly availability: IntroductionAvailabilityService,
    private readonly avatars: AvatarsService,
    private readonly viewAs: ViewAsService,
  ) {}

  @Query(() => Profile)
  myProfile(@CurrentViewer() viewer: Viewer) {
    return this.own.profile(viewer);
  }

  @ResolveField(() => [ProfileField])
  fields(@CurrentViewer() viewer: Viewer) {
    return this.own.fields(viewer);
  }

  /** The viewer's own profile as another person sees it; null if that person cannot see it. */
  @Query(() => Person, { name: 'viewAs', nullable: true })
  seeAs(@Args('input') input: ViewAsInput, @CurrentViewer() viewer: Viewer) {
    return this.viewAs.see(viewer, input);
  }

  @Mutation(() => ProfileField)
  setProfileField(@Args('input') input: SetProfileFieldInput, @CurrentViewer() viewer: Viewer) {
    return this.own.setValue(viewer, input);
  }

  @Mutation(() => ProfileField)
  setFieldAudience(@Args('input') input: SetFieldAudienceInput, @CurrentViewer() viewer: Viewer) {
    return this.own.setAudience(viewer, input);
  }

  @Mutation(() => Profile)
  answerJoiningQuestion(
    @Args('input') { mayBeFound }: JoiningAnswerInput,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.own.answerJoiningQuestion(viewer, mayBeFound);
  }

  /** Removes the picture. The client uploads a new one with `POST /uploads/avatar`. */
  @Mutation(() => ProfileField)
  removeAvatar(@CurrentViewer() viewer: Viewer) {
    return this.avatars.remove(viewer);
  }

  @Mutation(() => Profile)
  setTakesRequests(
    @Args('takesRequests', { type: () => Boolean }) takesRequests: boolean,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.availability.setTakesRequests(viewer, takesRequests);
  }
}
