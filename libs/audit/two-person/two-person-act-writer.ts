import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import type { TwoPersonState } from '#policy/facts/member-facts.js';
import type { Duty, Viewer } from '#policy/viewer.js';
import { Database } from '#database/database.js';
import { AuditService } from '../audit.service.js';
import { TwoPersonAct } from './two-person-act.entity.js';
import { TwoPersonActRequested, TwoPersonActEnded } from './two-person.events.js';

/** Records state changes of two-person acts and notifies the accounts concerned. */
@Injectable()
export class TwoPersonActWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly events: EventsService,
  ) {}

  async asked(viewer: Viewer, act: TwoPersonAct, action: 'ask' | 'change'): Promise<void> {
    this.db.assertWriting();
    await this.say(viewer, act, action);
    await this.events.record(TwoPersonActRequested, { actId: act.id });
  }

  /** Ends the act. `deciderId` is the account that approved or refused it. */
  async ended(
    viewer: Viewer,
    act: TwoPersonAct,
    [state, action]: readonly [TwoPersonState, string],
    deciderId: string | null = null,
  ): Promise<void> {
    this.db.assertWriting();
    act.state = state;
    act.decidedById = deciderId;
    act.decidedAt = this.clock.now();
    const { decidedById, decidedAt } = act;
    await this.db.repo(TwoPersonAct).update(act.id, { state, decidedById, decidedAt });
    await this.say(viewer, act, action);
    await this.events.record(TwoPersonActEnded, { actId: act.id });
  }

  /**
   * Writes an audit entry without `aboutId`: the account concerned learns of an act only when the act is executed, from
   * the entry written then.
   */
  private say(viewer: Viewer, { id, kind, approver }: TwoPersonAct, action: string): Promise<void> {
    const subject = { subjectType: 'TwoPersonAct', subjectId: id, reason: kind };
    const duty = approver === 'steward' ? 'moderate' : approver;
    const isHeld = duty !== 'ally' && duty !== 'coalitionSteward' && viewer.duties.includes(duty);
    const held = isHeld ? { duty: duty satisfies Duty } : {};
    return this.audit.record(viewer, { action, ...subject, ...held });
  }
}
