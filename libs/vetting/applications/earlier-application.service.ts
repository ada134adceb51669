import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { Application, ApplicationStage } from './application.entity.js';
import { ApplicationContentService } from './application-content.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';

/** Waiting time after a decline before the same account may apply again. */
const AGAIN_AFTER = 90 * DAY;

/** Finds the account's existing application and decides when a new one may replace it. */
@Injectable()
export class EarlierApplicationService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: ApplicationContentService,
    private readonly decisions: DecisionsService,
    private readonly settings: SettingsService,
  ) {}

  /** The viewer's application if they are an applicant, else null. */
  async of(viewer: Viewer): Promise<Application | null> {
    if (viewer.standing !== 'applicant') return null;
    return this.access.list(Application, viewer, 'submit').getOne();
  }

  /** Throws if the viewer may not apply now. Returns their existing application, or null. */
  async assertMaySubmit(viewer: Viewer): Promise<Application | null> {
    const isOpen = await this.settings.areApplicationsOpen();
    if (viewer.standing !== 'applicant') this.access.allow(viewer, 'submit', 'Application');
    if (!isOpen) throw new Conflict('application.closed');
    return this.of(viewer);
  }

  /** When the account may apply again: at once after a withdrawal, 90 days after a decline; null in any other stage. */
  async mayApplyFrom({ id, stage, decidedAt }: Application): Promise<Date | null> {
    if (stage === ApplicationStage.withdrawn) return decidedAt;
    const decision = stage === ApplicationStage.declined ? await this.decisions.of(id) : null;
    return decision && new Date(decision.decidedAt.getTime() + AGAIN_AFTER);
  }

  /** Whether a new application may replace this one now. */
  async isReplaceable(application: Application): Promise<boolean> {
    const from = await this.mayApplyFrom(application);
    return from !== null && from <= this.clock.now();
  }

  /** Throws Conflict unless a new application may replace this one now. */
  async assertReplaceable(application: Application): Promise<void> {
    if (await this.isReplaceable(application)) return;
    const isDeclined = application.stage === ApplicationStage.declined;
    throw new Conflict(isDeclined ? 'application.tooSoon' : 'application.sent');
  }

  /** Destroys the content so that a new application can replace it. Its decisions remain with the account. */
  async destroyForReplacement(application: Application): Promise<void> {
    await this.assertReplaceable(application);
    await this.record.destroy([application.id]);
    await this.decisions.leave(application.id);
  }
}
