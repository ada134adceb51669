import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { DutiesService } from '#members/duties.service.js';
import type { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyCodesService } from './duty-codes.service.js';
import { DutyAuditEntries } from './duty-audit-entries.js';

const KIND = 'grantDuty';

export type DutyGrant = {
  readonly codeId: string;
  readonly duties: readonly DutyName[];
  /** The name under which administrators know this person. */
  readonly knownAs: string;
};

/**
 * Gives duties to a member who agreed with a code. Administrators know only the code and a name, and cannot look up
 * members.
 */
@Injectable()
export class GrantDutiesService implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
    private readonly kinds: TwoPersonActKinds,
    private readonly codes: DutyCodesService,
    private readonly duties: DutiesService,
    private readonly records: DutyAuditEntries,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: KIND,
      approver: 'administer',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.grant(act, approver),
      shown: async (asked) => {
        const { knownAs, duties } = twoPersonPayloadOf<DutyGrant>(asked);
        const lines = duties.map((value) => ({ label: 'duty', value }));
        return [{ label: 'knownAs', value: knownAs }, ...lines];
      },
    });
  }

  /** Throws Invalid on `code`, with the same message for unknown, expired, used and revoked codes. */
  async ask(
    viewer: Viewer,
    { code, ...grant }: Omit<DutyGrant, 'codeId'> & { readonly code: string },
    reason: string,
  ): Promise<TwoPersonAct> {
    const found = await this.codes.find(code);
    if (!found) throw new Invalid('input', { code: 'notUsable' });
    const { id: codeId, accountId: aboutId } = found;
    const payload: DutyGrant = { ...grant, codeId };
    return this.twoPerson.ask(viewer, {
      kind: KIND,
      subjectKey: aboutId,
      aboutId,
      payload,
      reason,
    });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    this.access.allow(asker, 'grant', 'Duty');
    const { codeId, duties } = twoPersonPayloadOf<DutyGrant>(asked);
    if (!(await this.codes.isGood(codeId, asked.aboutId!))) throw new Conflict('duty.codeOver');
    const held = await this.duties.of(asked.aboutId!);
    const isNew = duties.some((name) => !held.some((duty) => duty.name === name));
    if (!isNew) throw new Conflict('duty.already');
  }

  private async grant(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { codeId, duties, knownAs } = twoPersonPayloadOf<DutyGrant>(act);
    await this.codes.use(codeId);
    const given = await this.duties.give(act.aboutId!, duties, knownAs);
    for (const duty of given) await this.records.say(approver, 'grant', duty);
  }
}
