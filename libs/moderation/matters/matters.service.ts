import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import type { CloseMatterArgs } from '../moderation.inputs.js';
import { MatterNotesService } from './matter-notes.service.js';
import { MatterAudit } from './matter-audit.js';
import { Matter, MatterStage } from './matter.entity.js';
import { MatterClosed } from '../moderation.events.js';
import { Report, ReportStage } from '../reports/report.entity.js';

const MAX_SHOWN = 50;

/** Lists, reads and closes matters. */
@Injectable()
export class MattersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: MatterAudit,
    private readonly notes: MatterNotesService,
  ) {}

  /**
   * Matters that are not closed, oldest first, at most 50. The queue shows neither the reported member nor the content.
   */
  async queue(viewer: Viewer): Promise<Matter[]> {
    if (!abilityOf(viewer).mayEver('queue', 'Matter')) throw new Forbidden('door.notForYou');
    const query = this.access.list(Matter, viewer, 'queue');
    return query.orderBy('it.created_at').addOrderBy('it.id').take(MAX_SHOWN).getMany();
  }

  /** How many matters are unassigned or assigned to the viewer. */
  countWaiting(viewer: Viewer): Promise<number> {
    return this.access
      .list(Matter, viewer, 'queue')
      .andWhere(`it.stage <> 'waiting' and (it.assignee_id is null or it.assignee_id = :me)`, {
        me: viewer.accountId,
      })
      .getCount();
  }

  /** One matter, as the queue shows it. */
  atDesk(viewer: Viewer, id: string): Promise<Matter> {
    return this.access.load(Matter, id, viewer, 'queue');
  }

  /** Closes a matter. Reporters see that it was closed, but not the outcome or the reason. */
  close(viewer: Viewer, { matterId: id, outcome, reason }: CloseMatterArgs): Promise<Matter> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, id, viewer, 'close');
      const closedAt = this.clock.now();
      const { closed: stage } = MatterStage;
      const ended = { stage, outcome, closedAt, assigneeId: null, assignedAt: null };
      await this.db.repo(Matter).save(Object.assign(matter, ended));
      const theirs = { matterId: id, stage: ReportStage.open };
      await this.db.repo(Report).update(theirs, { stage: ReportStage.closed, closedAt });
      await this.notes.add(viewer, matter, reason);
      await this.record.write(viewer, matter, 'close');
      await this.events.record(MatterClosed, { matterId: id });
      return matter;
    });
  }
}
