import {
  Args,
  GraphQLISODateTime,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import { GroupPage } from '#groups/members/group-member.view.js';
import type { Viewer } from '#policy/viewer.js';
import { EditCoalitionInput, FoundCoalitionInput } from './coalitions.inputs.js';
import { CoalitionsService } from './coalitions.service.js';
import { FoundCoalition } from './found-coalition.js';
import { ParticipantView } from './participants/participant.view.js';
import { ParticipantViewsService } from './participants/participant-views.service.js';
import { SmallCoalitionsService } from './small-coalitions.service.js';

/** Coalitions, which are groups of another kind: `group(slug:)` reads one. */
@Resolver(() => Group)
export class CoalitionsResolver {
  constructor(
    private readonly coalitions: CoalitionsService,
    private readonly founding: FoundCoalition,
    private readonly participants: ParticipantViewsService,
    private readonly small: SmallCoalitionsService,
  ) {}

  /** Listed coalitions, newest first. */
  @Query(() => GroupPage, { name: 'coalitions' })
  list(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ) {
    return this.coalitions.list(viewer, after);
  }

  /** The coalitions of whose participants the viewer is one of the people, whether or not they take part. By name. */
  @Query(() => [Group])
  myCoalitions(@CurrentViewer() viewer: Viewer) {
    return this.coalitions.mine(viewer);
  }

  @Mutation(() => Group)
  foundCoalition(@CurrentViewer() viewer: Viewer, @Args('input') input: FoundCoalitionInput) {
    return this.founding.found(viewer, input);
  }

  @Mutation(() => Group)
  editCoalition(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCoalitionInput) {
    return this.coalitions.edit(viewer, input);
  }

  @ResolveField('participants', () => [ParticipantView], {
    nullable: true,
    description: 'The participants of a coalition, by the name that it sees; null for a group.',
  })
  participantsOf(@CurrentViewer() viewer: Viewer, @Parent() group: Group) {
    return this.participants.of(viewer, group);
  }

  @ResolveField(() => [ParticipantView], {
    description: 'The coalitions in which the group takes part, as far as the viewer may know it.',
  })
  participations(@CurrentViewer() viewer: Viewer, @Parent() group: Group) {
    return this.participants.ofGroup(viewer, group);
  }

  @ResolveField(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When a coalition of fewer than two participants is archived, for its coalition stewards and those who hold its participants.',
  })
  archivesAt(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.small.archivesAt(viewer, id);
  }
}
