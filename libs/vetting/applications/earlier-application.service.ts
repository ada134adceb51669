import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { Application, ApplicationStage } from './application.entity.js';
import { ApplicationRecord } from './application-record.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';

/** After a decline the same account may apply again from then on. */
const AGAIN_AFTER = 90 * DAY;

/** The application that an account has already, and when another may take its place. */
@Injectable()
export class EarlierApplication {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: ApplicationRecord,
    private readonly decisions: DecisionsService,
    private readonly settings: SettingsService,
  ) {}

  /** The applicant's own, or null. */
  async of(viewer: Viewer): Promise<Application | null> {
    if (viewer.standing !== 'applicant') return null;
    return this.access.list(Application, viewer, 'submit').getOne();
  }

  /** Passes for whoever may apply now; gives their own application, if there is one already. */
  async assertMaySubmit(viewer: Viewer): Promise<Application | null> {
    const isOpen = await this.settings.areApplicationsOpen();
    if (viewer.standing !== 'applicant') this.access.allow(viewer, 'submit', 'Application');
    if (!isOpen) throw new Conflict('application.closed');
    return this.of(viewer);
  }

  /** Since when, or from when, its account may apply again: at once after taking it back, later after a decline; else null. */
  async againFrom({ id, stage, decidedAt }: Application): Promise<Date | null> {
    if (stage === ApplicationStage.withdrawn) return decidedAt;
    const decision = stage === ApplicationStage.declined ? await this.decisions.of(id) : null;
    return decision && new Date(decision.decidedAt.getTime() + AGAIN_AFTER);
  }

  /** Whether another may take its place now. */
  async isOver(application: Application): Promise<boolean> {
    const from = await this.againFrom(application);
    return from !== null && from <= this.clock.now();
  }

  /** Passes when another may take its place now. */
  async assertOver(application: Application): Promise<void> {
    if (await this.isOver(application)) return;
    const isDeclined = application.stage === ApplicationStage.declined;
    throw new Conflict(isDeclined ? 'application.tooSoon' : 'application.sent');
  }

  /** Makes room for another: what was decided stays with the account, and nothing that was said. */
  async makeRoom(application: Application): Promise<void> {
    await this.assertOver(application);
    await this.record.destroy([application.id]);
    await this.decisions.leave(application.id);
  }
}
