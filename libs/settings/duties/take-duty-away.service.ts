import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Conflict } from '#kernel/errors.js';
import { DutiesService } from '#members/duties.service.js';
import { Duty, type DutyName } from '#members/duty.entity.js';
import { LastDutyHolderProtection } from '#members/last-duty-holder-protection.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyAuditEntries } from './duty-audit-entries.js';

const KIND = 'takeDuty';

type Taking = { readonly dutyId: string; readonly duty: DutyName; readonly knownAs: string | null };

/** Takes a duty away as a two-person act of administrators, but never from the last holders that the instance needs. */
@Injectable()
export class TakeDutyAwayService implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
    private readonly kinds: TwoPersonActKinds,
    private readonly duties: DutiesService,
    private readonly last: LastDutyHolderProtection,
    private readonly records: DutyAuditEntries,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: KIND,
      approver: 'administer',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.take(act, approver),
      shown: async (asked) => {
        const { duty, knownAs } = twoPersonPayloadOf<Taking>(asked);
        return [
          { label: 'knownAs', value: knownAs ?? 'unnamed' },
          { label: 'duty', value: duty },
        ];
      },
    });
  }

  async ask(viewer: Viewer, dutyId: string, reason: string): Promise<TwoPersonAct> {
    const { accountId: aboutId, name } = await this.access.load(Duty, dutyId, viewer, 'take');
    const knownAs = (await this.duties.of(aboutId)).find((one) => one.knownAs)?.knownAs ?? null;
    const payload: Taking = { dutyId, duty: name, knownAs };
    return this.twoPerson.ask(viewer, { kind: KIND, subjectKey: dutyId, aboutId, payload, reason });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { dutyId, duty } = twoPersonPayloadOf<Taking>(asked);
    if (!(await this.duties.find(dutyId))) throw new Conflict('duty.gone');
    await this.last.assertMayLose(asked.aboutId!, duty);
    await this.access.load(Duty, dutyId, asker, 'take');
  }

  private async take(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const duty = await this.duties.find(twoPersonPayloadOf<Taking>(act).dutyId);
    if (!duty) throw new Conflict('duty.gone');
    await this.duties.take(duty);
    await this.records.say(approver, 'take', duty);
  }
}
