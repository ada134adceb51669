import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Person } from '#profiles/person.view.js';
import { ConversationsService } from './conversations.service.js';

/** Channels stand further down than profiles, so they add this field themselves. */
@Resolver(() => Person)
export class ConversationsResolver {
  constructor(private readonly service: ConversationsService) {}

  @ResolveField(() => ID, {
    nullable: true,
    description: 'Where the viewer and this ally write to each other.',
  })
  conversationId(@CurrentViewer() viewer: Viewer, @Parent() { id, isPreview }: Person) {
    return isPreview ? null : this.service.withPerson(viewer, id);
  }
}
