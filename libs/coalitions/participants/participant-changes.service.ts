import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import type { RenameParticipantArgs } from '../coalitions.inputs.js';
import { CoalitionRecords } from '../coalition-records.js';
import { LockedParticipantsService } from './locked-participants.service.js';
import { ParticipantCandidates } from './participant-candidates.js';
import { Participant } from './participant.entity.js';
import { ParticipantNames } from './participant-names.js';
import { ParticipantsService } from './participants.service.js';

/** Changes that the stewards of a group, or the spokesperson of an organisation, make to their participant. */
@Injectable()
export class ParticipantChangesService {
  constructor(
    private readonly db: Database,
    private readonly locked: LockedParticipantsService,
    private readonly candidates: ParticipantCandidates,
    private readonly names: ParticipantNames,
    private readonly participants: ParticipantsService,
    private readonly records: CoalitionRecords,
  ) {}

  /**
   * Changes the name under which the coalition sees the participant, and its id where the own name and a chosen one
   * replace each other. Throws Conflict if the name is taken, and TooMany after too many such replacements. These do not
   * count where the own name is not open to all members, because the participant has no name until one is chosen.
   */
  rename(
    viewer: Viewer,
    { participantId, shownName = null }: RenameParticipantArgs,
  ): Promise<Participant> {
    return this.locked.change(viewer, participantId, 'rename', async (participant) => {
      const { id, coalitionId, shownName: before } = participant;
      const isOpen = await this.candidates.isOpen(participant);
      const shown = { ...participant, shownName };
      await this.names.assertMayUse(coalitionId, shown, { isOpen, exceptId: id });
      const isOtherKind = (before === null) !== (shownName === null);
      if (isOtherKind && isOpen) await this.participants.countKindChange(participant);
      await this.db.repo(Participant).update(id, { shownName });
      Object.assign(participant, { shownName });
      return isOtherKind ? this.participants.renewId(participant) : participant;
    });
  }

  /** Takes the participant out at once. */
  takeOut(viewer: Viewer, id: string): Promise<boolean> {
    return this.locked.change(viewer, id, 'takeOut', async (participant) => {
      await this.participants.end(participant);
      await this.records.act(viewer, 'takeOut');
      return true;
    });
  }
}
