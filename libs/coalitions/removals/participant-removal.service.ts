import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { REMOVE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import { Participant } from '../participants/participant.entity.js';
import { ParticipantViewsService } from '../participants/participant-views.service.js';
import type { RemoveParticipantInput } from './participant-removal.inputs.js';
import type { RemoveParticipantPayload } from './remove-participant-act.js';

/** Requests that a participant is removed. A coalition steward of a third participant approves. */
@Injectable()
export class ParticipantRemovalService {
  constructor(
    private readonly access: AccessService,
    private readonly views: ParticipantViewsService,
    private readonly twoPerson: TwoPersonService,
  ) {}

  /** Throws Forbidden for the viewer's own participant, and Conflict if the coalition has only two. */
  async ask(
    viewer: Viewer,
    { participantId, reason }: RemoveParticipantInput,
  ): Promise<TwoPersonAct> {
    const found = await this.access.load(Participant, participantId, viewer, 'remove');
    const { coalitionId: scopeId } = found;
    const coalition = await this.access.load(Group, scopeId, viewer, 'read');
    const { name } = await this.views.ofRow(viewer, found);
    const payload: RemoveParticipantPayload = { coalition: coalition.name, participant: name };
    // The request is bound to the party, so that it outlasts a change of the participant's id. The id is a part of the
    // key, so that a request under another name does not conflict with it: that would tell which participant it is.
    const subjectKey = `${found.partyKey}:${found.id}`;
    const which = { kind: REMOVE_PARTICIPANT_ACT_KIND, subjectKey, scopeId };
    return this.twoPerson.ask(viewer, { ...which, payload, reason });
  }
}
