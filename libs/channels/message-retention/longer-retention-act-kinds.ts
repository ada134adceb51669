import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonParties } from '#audit/two-person/two-person-parties.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import {
  LENGTHEN_RETENTION_IN_CONVERSATION,
  LENGTHEN_RETENTION_IN_GROUP,
  type LongerRetentionPayload,
} from './longer-retention-requests.js';
import { MessageRetentionService } from './message-retention.service.js';

/**
 * Registers the two-person acts for a longer retention, which needs a second person because it weakens privacy (rule
 * R2).
 */
@Injectable()
export class LongerRetentionActKinds implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly parties: TwoPersonParties,
    private readonly timers: MessageRetentionService,
  ) {}

  onModuleInit() {
    const known = {
      check: (asker: Viewer, asked: TwoPersonRequest) => this.check(asker, asked),
      execute: (act: TwoPersonAct, approver: Viewer) => this.apply(act, approver),
      shown: async (asked: TwoPersonRequest) => this.shown(asked),
    };
    this.kinds.register({ ...known, kind: LENGTHEN_RETENTION_IN_GROUP, approver: 'steward' });
    this.kinds.register({ ...known, kind: LENGTHEN_RETENTION_IN_CONVERSATION, approver: 'ally' });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { channelId, from, to } = twoPersonPayloadOf<LongerRetentionPayload>(asked);
    await this.timers.mayLengthen(asker, channelId, { from, to });
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { channelId, from, to } = twoPersonPayloadOf<LongerRetentionPayload>(act);
    const asker = await this.parties.asking(act);
    if (!asker) throw new Conflict('twoPerson.askerMayNot');
    await this.timers.lengthen(asker, approver, channelId, { from, to });
  }

  private shown(asked: TwoPersonRequest) {
    const { of, from, to } = twoPersonPayloadOf<LongerRetentionPayload>(asked);
    return [
      { label: 'of', value: of },
      { label: 'from', value: from },
      { label: 'to', value: to },
    ];
  }
}
