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

/** The payload of the two-person act. */
export type InviteParticipantPayload = {
  readonly coalitionId: string;
  readonly invitationId: string;
  readonly name: string;
  /** The name of the invited group or organisation, if every member sees it. */
  readonly invited: string;
  readonly by: 'link' | 'group' | 'organisation';
};

/** Registers the two-person act with which a second participant agrees to an invitation. */
@Injectable()
export class InviteParticipantAct implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly rows: CoalitionInvitationRows,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: INVITE_PARTICIPANT_ACT_KIND,
      approver: 'coalitionSteward',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: async (asked) => this.shown(asked),
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

  private shown(asked: TwoPersonRequest) {
    const { name, invited, by } = twoPersonPayloadOf<InviteParticipantPayload>(asked);
    return [
      { label: 'coalition', value: name },
      { label: 'by', value: by },
      ...(invited ? [{ label: 'invited', value: invited }] : []),
    ];
  }
}
