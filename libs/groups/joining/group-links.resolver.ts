import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { Agreements } from '../agreements/agreements.view.js';
import { UseGroupLinkInput } from '../groups.inputs.js';
import { GroupLink } from './group-link.entity.js';
import { GroupLinkPreview, GroupLinkWithToken, GroupLinkResult } from './group-link.view.js';
import { GroupLinksService } from './group-links.service.js';

const GROUP_ID = { name: 'groupId', type: () => ID } as const;

@Resolver(() => GroupLinkPreview)
export class GroupLinksResolver {
  constructor(
    private readonly links: GroupLinksService,
    private readonly service: AgreementsService,
  ) {}

  /** Unused links of one group. FORBIDDEN unless the viewer is a steward. */
  @Query(() => [GroupLink])
  groupLinks(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.links.open(viewer, groupId);
  }

  @Mutation(() => GroupLinkWithToken)
  makeGroupLink(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.links.make(viewer, groupId);
  }

  @Mutation(() => Boolean)
  revokeGroupLink(
    @CurrentViewer() viewer: Viewer,
    @Args('linkId', { type: () => ID }) linkId: string,
  ) {
    return this.links.revoke(viewer, linkId);
  }

  /** The group of a link. The response is the same for every link that the viewer cannot use. */
  @Query(() => GroupLinkPreview)
  linkedGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('token', { type: () => String }) token: string,
  ) {
    return this.links.look(viewer, token);
  }

  @Mutation(() => GroupLinkResult)
  useGroupLink(@CurrentViewer() viewer: Viewer, @Args('input') input: UseGroupLinkInput) {
    return this.links.use(viewer, input);
  }

  @ResolveField(() => Agreements)
  agreements(@Parent() { groupId }: GroupLinkPreview) {
    return this.service.current(groupId);
  }
}
