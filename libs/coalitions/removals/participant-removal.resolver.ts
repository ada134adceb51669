import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { RemoveParticipantInput } from './participant-removal.inputs.js';
import { ParticipantRemovalService } from './participant-removal.service.js';

@Resolver()
export class ParticipantRemovalResolver {
  constructor(private readonly removal: ParticipantRemovalService) {}

  /** CONFLICT `participant.onlyTwo` where the coalition has two participants: then one of them leaves. */
  @Mutation(() => TwoPersonAct)
  askToRemoveParticipant(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: RemoveParticipantInput,
  ) {
    return this.removal.ask(viewer, input);
  }
}
