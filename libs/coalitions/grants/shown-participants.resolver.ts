import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { GroupMember } from '#groups/members/group-member.view.js';
import type { Viewer } from '#policy/viewer.js';
import { ParticipantView } from '../participants/participant.view.js';
import { ShownParticipantsService } from './shown-participants.service.js';

/** Adds the participants through which a person of a coalition comes, as far as they show them. */
@Resolver(() => GroupMember)
export class ShownParticipantsResolver {
  constructor(private readonly shown: ShownParticipantsService) {}

  @ResolveField(() => [ParticipantView], {
    description: 'Only those that this person shows; empty in a group.',
  })
  shownParticipants(@CurrentViewer() viewer: Viewer, @Parent() { id }: GroupMember) {
    return this.shown.of(viewer, id);
  }
}
