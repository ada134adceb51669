import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
import { ChannelsService } from './channels.service.js';

/** Adds `channels` to `Group` here, because groups must not import channels. */
@Resolver(() => Group)
export class GroupChannelsResolver {
  constructor(private readonly service: ChannelsService) {}

  @ResolveField(() => [Channel])
  channels(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.service.ofGroup(viewer, id);
  }

  @ResolveField(() => [Channel], { description: 'Those nobody writes in any more.' })
  archivedChannels(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.service.archivedOfGroup(viewer, id);
  }
}
