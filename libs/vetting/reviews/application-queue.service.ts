import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from '../applications/application.entity.js';
import { ClaimsService } from './claims.service.js';
import { REVIEW_VALIDITY_PERIOD } from './valid-reviews.js';
import {
  type ApplicationQueueItemData,
  ApplicationQueueItemFlags,
} from './application-queue-item-flags.js';
import type { ApplicationQueueItem } from '../applications/application-file.view.js';

/** The queue of waiting applications, except those of people with whom the viewer has a conflict of interest. */
@Injectable()
export class ApplicationQueueService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly marks: ApplicationQueueItemFlags,
  ) {}

  /** Waiting applications, longest waiting first. */
  async list(
    viewer: Viewer,
    first?: number | null,
    after?: string | null,
  ): Promise<Page<ApplicationQueueItem>> {
    assertDesk(viewer);
    await this.claims.sweep();
    const size = effectivePageSize(first);
    const query = this.access
      .list(Application, viewer, 'queue')
      .orderBy('it.waits_since')
      .addOrderBy('it.id')
      .take(size + 1);
    if (after) {
      const [waitsSince, id] = decodeTimeCursor(after);
      query.andWhere('(it.waits_since, it.id) > (:waitsSince, :id)', { waitsSince, id });
    }
    const page = toPage(await query.getMany(), size, (row) => [
      row.waitsSince.toISOString(),
      row.id,
    ]);
    return { ...page, items: await this.marked(viewer, page.items) };
  }

  /** One queue entry. Throws NotFound if the viewer may not read it. */
  async one(viewer: Viewer, id: string): Promise<ApplicationQueueItem> {
    await this.claims.sweep();
    const application = await this.access.load(Application, id, viewer, 'queue');
    const [item] = await this.marked(viewer, [application]);
    return item!;
  }

  /** How many applications wait for the viewer. */
  async countWaiting(viewer: Viewer): Promise<number> {
    assertDesk(viewer);
    return this.access
      .list(Application, viewer, 'queue')
      .andWhere(`it.stage <> 'asked'`)
      .andWhere(
        `not exists (select 1 from review r where r.application_id = it.id and r.round = it.round and r.reviewer_id = :me
          and r.answers_hash = it.answers_hash and r.confirmed_at > :since)`,
        { me: viewer.accountId, since: this.clock.in(-REVIEW_VALIDITY_PERIOD) },
      )
      .getCount();
  }

  private async marked(
    viewer: Viewer,
    rows: readonly Permitted<Application>[],
  ): Promise<ApplicationQueueItem[]> {
    const marks = await this.marks.of(viewer, rows);
    return rows.map((row) => itemOf(row, marks.get(row.id)!));
  }
}

/** Throws Forbidden, instead of returning an empty list, for a viewer without the duty. */
function assertDesk(viewer: Viewer): void {
  if (!abilityOf(viewer).mayEver('queue', 'Application')) throw new Forbidden('door.notForYou');
}

const itemOf = (
  { id, stage, waitsSince, answers, round }: Application,
  marks: ApplicationQueueItemData,
): ApplicationQueueItem => ({
  ...marks,
  id,
  stage,
  waitsSince,
  name: answers?.name ?? '',
  isAppeal: round > 1,
});
