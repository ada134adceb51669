import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import {
  describeEmergencyLine,
  type EmergencyLineValues,
  isChanged,
} from './describe-emergency-line.js';
import { EmergencyLine } from './emergency-line.entity.js';
import { dialledNumber } from './emergency-phone.js';
import { PublicEmergencyListService } from './public-emergency-list.service.js';

export const EMERGENCY_LINE_ACT_KIND = 'changeEmergencyLine';

/** Maximum number of lines. Each device stores the whole list. */
export const MAX_EMERGENCY_LINES = 60;

/** The requested line, and the line as the requester read it; `from` is null for a new line. */
export type EmergencyLinePayload = {
  readonly from: (EmergencyLineValues & { readonly version: number }) | null;
  readonly to: EmergencyLineValues;
};

/** Registers the two-person act that adds or changes an emergency line. The key of a change is the id of the line. */
@Injectable()
export class ChangeEmergencyLineAct implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly kinds: TwoPersonActKinds,
    private readonly published: PublicEmergencyListService,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: EMERGENCY_LINE_ACT_KIND,
      approver: 'administer',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: async (asked) => {
        const { from, to } = twoPersonPayloadOf<EmergencyLinePayload>(asked);
        return describeEmergencyLine(from, to);
      },
    });
  }

  /**
   * Throws Invalid if another line has the same number for the same territory, and Conflict if the line has changed, the
   * request changes nothing, or the list is full. Does not lock, because requests are locked before lines.
   */
  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    this.access.allow(asker, 'propose', 'EmergencyLine');
    const { from, to } = twoPersonPayloadOf<EmergencyLinePayload>(asked);
    const all = await this.published.load(asker);
    const line = from && all.find(({ id }) => id === asked.subjectKey);
    if (from && line?.version !== from.version) throw new Conflict('emergencyLine.changed');
    if (from && !isChanged(from, to)) throw new Conflict('settings.same');
    if (!from && all.length >= MAX_EMERGENCY_LINES) throw new Conflict('emergencyLine.full');
    const isSame = (one: EmergencyLine) =>
      one.id !== line?.id &&
      one.territory === to.territory &&
      dialledNumber(one.phone) === dialledNumber(to.phone);
    if (all.some(isSame)) throw new Invalid('input', { phone: 'numberThere' });
  }

  /** Changes run one after the other (table lock), so the approval sees what another one has just changed. */
  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    await this.db.query('lock table emergency_line in share row exclusive mode');
    await this.check(approver, act);
    const { from, to } = twoPersonPayloadOf<EmergencyLinePayload>(act);
    const id = from ? act.subjectKey : newId();
    const version = (from?.version ?? 0) + 1;
    const lines = this.db.repo(EmergencyLine);
    await lines.save(lines.create({ ...to, id, version, reviewedAt: this.clock.now() }));
    await this.audit.record(approver, {
      ...{ action: 'change', subjectType: 'EmergencyLine', subjectId: id },
      duty: 'administer',
    });
    this.published.invalidate();
  }
}
