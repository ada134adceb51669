import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  TwoPersonActKinds,
  twoPersonPayloadOf,
  type TwoPersonRequest,
} from '#audit/two-person/two-person-act-kinds.js';
import type { Viewer } from '#policy/viewer.js';
import { INVITE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import { CoalitionInvitationRows } from './coalition-invitation-rows.js';
import { InvitedParties } from './invited-party.js';

/** The payload of the two-person act. */
export type InviteParticipantPayload = {
  readonly coalitionId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly by: 'link' | 'group' | 'organisation';
};

/** Registers the two-person act with which a second participant agrees to an invitation. */
@Injectable()
export class InviteParticipantAct implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly rows: CoalitionInvitationRows,
    private readonly parties: InvitedParties,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: INVITE_PARTICIPANT_ACT_KIND,
      approver: 'coalitionSteward',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: (asked, reader) => this.shown(asked, reader),
    });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { coalitionId, invitationId } = twoPersonPayloadOf<InviteParticipantPayload>(asked);
    await this.rows.assertWaitsForApproval(asker, coalitionId, invitationId);
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { invitationId } = twoPersonPayloadOf<InviteParticipantPayload>(act);
    await this.rows.approve(approver, invitationId);
  }

  /** Names the invited group or organisation only if the reader can see it now; nobody after the invitation was deleted. */
  private async shown(asked: TwoPersonRequest, reader: Viewer) {
    const { invitationId, name, by } = twoPersonPayloadOf<InviteParticipantPayload>(asked);
    const invited = await this.parties.nameFor(reader, invitationId);
    return [
      { label: 'coalition', value: name },
      { label: 'by', value: by },
      ...(invited ? [{ label: 'invited', value: invited }] : []),
    ];
  }
}
