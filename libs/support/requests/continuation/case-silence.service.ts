import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTransitions } from '../case-transitions.js';
import { SupportCloseReason, SupportRequest, SupportStage } from '../support-request.entity.js';

/** How long an accepted case is silent before both sides are notified that it will be closed. */
export const SILENCE = 90 * DAY;
/** How long after this notice the case is closed. */
export const SILENCE_NOTICE = 30 * DAY;

const BATCH = 100;

/** When a case closes because of its silence; null while that was not announced. */
export const silentCaseClosesAt = ({
  silenceToldAt,
}: Pick<SupportRequest, 'silenceToldAt'>): Date | null =>
  silenceToldAt && new Date(silenceToldAt.getTime() + SILENCE_NOTICE);

/** Announces the end of accepted cases that are silent, and closes them. A paused case closes earlier by itself. */
@Injectable()
export class CaseSilenceService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
  ) {}

  /**
   * Records that the case is not silent: a side kept it open, wrote, or changed the contact, a task or a link. An
   * announced end is withdrawn in the same way for all of these, so that the requester does not learn which it was. The
   * caller must have locked the row.
   */
  async markActive(request: SupportRequest): Promise<void> {
    this.db.assertWriting();
    const { id, silenceToldAt } = request;
    const change = { activeAt: this.clock.now(), silenceToldAt: null };
    await this.db.repo(SupportRequest).update(id, change);
    if (!silenceToldAt) return;
    await this.cases.news.reload(request, await this.cases.news.supporterIdsOf(request));
  }

  /** Keeps a case open that would close because of its silence. */
  async keepOpen(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.markActive(await this.access.load(SupportRequest, id, viewer, 'keepOpen'));
    });
  }

  @Job({ name: 'support.silence', cron: '29 * * * *' })
  async run(): Promise<void> {
    await this.announce();
    await this.close();
  }

  private async announce(): Promise<void> {
    await this.db.write(async () => {
      const activeAt = LessThanOrEqual(this.clock.in(-SILENCE));
      for (const request of await this.find({ activeAt, silenceToldAt: IsNull() })) {
        await this.db.repo(SupportRequest).update(request.id, { silenceToldAt: this.clock.now() });
        await this.cases.news.notifyRequester(request);
        await this.cases.news.notifySupporter(request);
      }
    });
  }

  private async close(): Promise<void> {
    await this.db.write(async () => {
      const silenceToldAt = LessThanOrEqual(this.clock.in(-SILENCE_NOTICE));
      const end = { stage: SupportStage.closed, closeReason: SupportCloseReason.silence } as const;
      for (const request of await this.find({ silenceToldAt })) await this.cases.end(request, end);
    });
  }

  private find(silent: object): Promise<SupportRequest[]> {
    return this.db.repo(SupportRequest).find({
      where: { ...silent, stage: SupportStage.accepted, leftAt: IsNull() },
      order: { activeAt: 'ASC', id: 'ASC' },
      take: BATCH,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }
}
