import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  payloadOf,
  TwoPersonKinds,
} from '#audit/two-person/two-person-kinds.js';
import { TwoPersonParties } from '#audit/two-person/two-person-parties.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { BETWEEN_TWO, IN_A_GROUP, type Longer } from './ask-longer.js';
import { Timers } from './timers.service.js';

/** Longer retention weakens privacy, so it needs a second person (rule R2). */
@Injectable()
export class LengthenRetention implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonKinds,
    private readonly parties: TwoPersonParties,
    private readonly timers: Timers,
  ) {}

  onModuleInit() {
    const known = {
      check: (asker: Viewer, asked: TwoPersonRequest) => this.check(asker, asked),
      execute: (act: TwoPersonAct, approver: Viewer) => this.apply(act, approver),
      shown: async (asked: TwoPersonRequest) => this.shown(asked),
    };
    this.kinds.register({ ...known, kind: IN_A_GROUP, approver: 'steward' });
    this.kinds.register({ ...known, kind: BETWEEN_TWO, approver: 'ally' });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { channelId, from, to } = payloadOf<Longer>(asked);
    await this.timers.mayLengthen(asker, channelId, { from, to });
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { channelId, from, to } = payloadOf<Longer>(act);
    const asker = await this.parties.asking(act);
    if (!asker) throw new Conflict('twoPerson.askerMayNot');
    await this.timers.lengthen(asker, approver, channelId, { from, to });
  }

  private shown(asked: TwoPersonRequest) {
    const { of, from, to } = payloadOf<Longer>(asked);
    return [
      { label: 'of', value: of },
      { label: 'from', value: from },
      { label: 'to', value: to },
    ];
  }
}
