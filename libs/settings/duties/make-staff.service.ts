import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { twoPersonPayloadOf, TwoPersonActKinds } from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import type { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyAuditEntries } from './duty-audit-entries.js';
import { MAKE_STAFF_ACT_KIND, StaffInvitations } from './staff-invitations.js';

export type StaffAppointment = {
  readonly duty: DutyName.audit | DutyName.administer;
  readonly knownAs: string;
};

/**
 * Creates a staff account for an auditor or administrator as a two-person act. Its future owner sets it up with a link.
 */
@Injectable()
export class MakeStaffService implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
    private readonly kinds: TwoPersonActKinds,
    private readonly acts: TwoPersonActReader,
    private readonly seats: StaffInvitations,
    private readonly records: DutyAuditEntries,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: MAKE_STAFF_ACT_KIND,
      approver: 'administer',
      check: async (asker) => this.access.allow(asker, 'grant', 'Duty'),
      execute: (act, approver) => this.make(act, approver),
      shown: async (asked) => {
        const { duty, knownAs } = twoPersonPayloadOf<StaffAppointment>(asked);
        return [
          { label: 'knownAs', value: knownAs },
          { label: 'duty', value: duty },
        ];
      },
    });
  }

  ask(viewer: Viewer, { duty, knownAs }: StaffAppointment, reason: string): Promise<TwoPersonAct> {
    const payload = { duty, knownAs } satisfies StaffAppointment;
    const subjectKey = `${duty} ${knownAs}`;
    return this.twoPerson.ask(viewer, { kind: MAKE_STAFF_ACT_KIND, subjectKey, payload, reason });
  }

  private async make(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { duty, knownAs } = twoPersonPayloadOf<StaffAppointment>(act);
    const made = await this.seats.make(duty, knownAs);
    await this.acts.setAbout(act, made.accountId);
    await this.records.say(approver, 'grant', made);
  }
}
