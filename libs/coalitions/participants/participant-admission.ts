import { Injectable } from '@nestjs/common';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import type { ParticipantCandidate } from './participant-candidates.js';
import type { Participant } from './participant.entity.js';
import { ParticipantsService } from './participants.service.js';

interface NewParticipant {
  readonly candidate: ParticipantCandidate;
  readonly shownName: string | null;
}

/** Admits a participant that agreed to the coalition's agreements. */
@Injectable()
export class ParticipantAdmission {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly participants: ParticipantsService,
  ) {}

  /** The caller holds the lock of the coalition. Throws Conflict if another version of the agreements is current. */
  async admit(
    coalitionId: string,
    agreementsVersion: number,
    { candidate, shownName }: NewParticipant,
  ): Promise<Participant> {
    await this.agreements.assertCurrent(coalitionId, agreementsVersion);
    return this.participants.add(coalitionId, candidate, shownName);
  }
}
