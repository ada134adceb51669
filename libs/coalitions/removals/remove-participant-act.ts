import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { REMOVE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import { CoalitionRecords } from '../coalition-records.js';
import { LockedParticipantsService } from '../participants/locked-participants.service.js';
import { ParticipantsService } from '../participants/participants.service.js';

/** The payload of the two-person act, with the names that the coalition sees. */
export type RemoveParticipantPayload = {
  readonly coalition: string;
  readonly participant: string;
};

/** The key of a request is the key of the party and the id that the participant had then. */
const partyKeyOf = ({ subjectKey }: Pick<TwoPersonRequest, 'subjectKey'>): string =>
  subjectKey.split(':')[0]!;

/** Registers the two-person act that removes a participant from a coalition. */
@Injectable()
export class RemoveParticipantAct implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly locked: LockedParticipantsService,
    private readonly participants: ParticipantsService,
    private readonly records: CoalitionRecords,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: REMOVE_PARTICIPANT_ACT_KIND,
      approver: 'coalitionSteward',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: async (asked) => this.shown(asked),
    });
  }

  /** With two participants nobody of a third can approve: the other one leaves instead. */
  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { participant } = await this.locked.lockParty(asker, partyKeyOf(asked), 'remove');
    if ((await this.participants.countIn(participant.coalitionId)) <= 2) {
      throw new Conflict('participant.onlyTwo');
    }
  }

  /** The check has locked the coalition, so the rights of the requester cannot end before COMMIT. */
  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { participant, now } = await this.locked.lockParty(approver, partyKeyOf(act), 'remove');
    await this.participants.end(participant);
    await this.records.act(now, 'remove');
  }

  private shown(asked: TwoPersonRequest) {
    const { coalition, participant } = twoPersonPayloadOf<RemoveParticipantPayload>(asked);
    return [
      { label: 'coalition', value: coalition },
      { label: 'participant', value: participant },
    ];
  }
}
