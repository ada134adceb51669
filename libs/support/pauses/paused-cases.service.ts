import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { HandOverCase } from '../partners/hand-over-case.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import {
  SupportCloseReason,
  SupportRequest,
  SupportStage,
} from '../requests/support-request.entity.js';
import { CasePauses } from './case-pauses.js';
import { PAUSE } from './pause-times.js';

const BATCH = 100;

/** Lets requesters leave their cases and come back, lets partners take paused cases over, and closes the others. */
@Injectable()
export class PausedCasesService {
  constructor(
    private readonly db: Database,
    private readonly locked: LockedAccessService,
    private readonly clock: Clock,
    private readonly pauses: CasePauses,
    private readonly ownership: HandOverCase,
    private readonly cases: CaseTransitions,
  ) {}

  /** The viewer leaves their own case, which is paused. */
  async leave(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.pauses.begin(await this.locked.load(SupportRequest, id, viewer, 'leaveOwn'));
    });
  }

  /** Brings the viewer back into the case that they left. Throws NotFound if moderation separated them from its side. */
  async comeBack(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.ownership.lockAccount(viewer);
      const request = await this.locked.load(SupportRequest, id, viewer, 'comeBack');
      await this.ownership.assertNotSeparatedFromSide(request);
      await this.pauses.end(request);
    });
  }

  /** Makes the viewer, who is on the partner side, the requester of a paused case. The former one stays away. */
  async takeOver(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.ownership.lockAccount(viewer);
      const request = await this.locked.load(SupportRequest, id, viewer, 'takeOver');
      const { requesterId: formerId } = request;
      await this.ownership.take(request, viewer.accountId);
      await this.pauses.end(request);
      await this.pauses.forget(request, formerId);
    });
  }

  /** Closes cases with which nobody went on. */
  @Job({ name: 'support.closePaused', cron: '37 * * * *' })
  async run(): Promise<void> {
    await this.db.write(async () => {
      const paused = await this.db.repo(SupportRequest).find({
        where: { leftAt: LessThanOrEqual(this.clock.in(-PAUSE)), closedAt: IsNull() },
        order: { leftAt: 'ASC', id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const end = { stage: SupportStage.closed, closeReason: SupportCloseReason.left } as const;
      for (const request of paused) {
        await this.cases.end(request, end);
        await this.pauses.forget(request, request.requesterId);
      }
    });
  }
}
