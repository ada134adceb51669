import { Injectable } from '@nestjs/common';
import { Not, IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Reopening, ReopeningOpinion, ReopeningStage } from './reopening.entity.js';
import { ReopeningSeat } from './reopening-seat.entity.js';
import { ReopeningSeatsService } from './reopening-seats.service.js';
import type { ReopeningItem } from './reopening.view.js';
import type { WithdrawalReason } from '../vouches/vouch.entity.js';

const MARKS = `
  select s.reopening_id as id,
    max(s.ends_at) filter (where s.account_id = $2) as "claimEndsAt",
    count(*) filter (where s.account_id <> $2 and s.says is null)::int as "otherReaders",
    count(s.says)::int as "opinionsWritten",
    count(s.says) filter (where s.account_id = $2) > 0 as "isJudgedByMe"
  from reopening_seat s where s.reopening_id = any($1) group by 1`;
const NO_MARKS = { claimEndsAt: null, otherReaders: 0, opinionsWritten: 0, isJudgedByMe: false };

/** The information that moderation gets when two reviewers have concerns. */
export interface ReopeningConcernDetails {
  readonly reason: WithdrawalReason;
  readonly words: string | null;
  readonly opinions: string[];
}

/** Lists open reopenings, except those of members with whom the viewer has a conflict of interest. */
@Injectable()
export class ReopeningsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly seats: ReopeningSeatsService,
  ) {}

  /** Open reopenings, longest waiting first. */
  async list(
    viewer: Viewer,
    first?: number | null,
    after?: string | null,
  ): Promise<Page<ReopeningItem>> {
    assertDesk(viewer);
    await this.seats.sweep();
    const size = effectivePageSize(first);
    const query = this.access
      .list(Reopening, viewer, 'queue')
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .take(size + 1);
    if (after) {
      const [createdAt, id] = decodeTimeCursor(after);
      query.andWhere('(it.created_at, it.id) > (:createdAt, :id)', { createdAt, id });
    }
    const rows = await query.getMany();
    const page = toPage(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
    return { ...page, items: await this.marked(viewer, page.items) };
  }

  /** One queue entry. Throws NotFound if the viewer may not read it. */
  async one(viewer: Viewer, id: string): Promise<ReopeningItem> {
    await this.seats.sweep();
    const [item] = await this.marked(viewer, [
      await this.access.load(Reopening, id, viewer, 'queue'),
    ]);
    return item!;
  }

  /** How many reopenings wait for the viewer's opinion. */
  async countWaiting(viewer: Viewer): Promise<number> {
    assertDesk(viewer);
    return this.access
      .list(Reopening, viewer, 'queue')
      .andWhere(
        `not exists (select 1 from reopening_seat s
          where s.reopening_id = it.id and s.account_id = :me and s.says is not null)`,
        { me: viewer.accountId },
      )
      .getCount();
  }

  /** The member of a reopening with concerns, else null. */
  async accountOf(id: string): Promise<string | null> {
    const concern = { id, stage: ReopeningStage.concern };
    return (await this.db.repo(Reopening).findOneBy(concern))?.accountId ?? null;
  }

  /** Links the reopening to the matter that moderation opened. */
  async handOver(id: string, matterId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Reopening).update(id, { matterKey: matterId });
  }

  /** The reopenings behind a matter, oldest first. */
  async concernsOf({
    id: matterId,
  }: Permitted<{ id: string }, 'readFile'>): Promise<ReopeningConcernDetails[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const reopenings = await this.db
      .repo(Reopening)
      .find({ where: { matterKey: matterId }, order });
    return Promise.all(
      reopenings.map(async ({ id: reopeningId, reason, words }) => {
        const where = { reopeningId, says: ReopeningOpinion.concern, words: Not(IsNull()) };
        const seats = await this.db.repo(ReopeningSeat).find({ where, order });
        return { reason, words, opinions: seats.map((seat) => seat.words ?? '') };
      }),
    );
  }

  /** Closes the reopenings of a closed matter, which starts their retention period. */
  async endWith(matterId: string): Promise<void> {
    this.db.assertWriting();
    const over = { matterKey: matterId, closedAt: IsNull() };
    await this.db.repo(Reopening).update(over, { closedAt: this.clock.now() });
  }

  private async marked(viewer: Viewer, rows: readonly Reopening[]): Promise<ReopeningItem[]> {
    const ids = rows.map(({ id }) => id);
    const marks = await this.db.query<ReopeningItem>(MARKS, [ids, viewer.accountId]);
    const byId = new Map(marks.map((mark) => [mark.id, mark]));
    return rows.map(({ id, createdAt }) => ({
      ...(byId.get(id) ?? NO_MARKS),
      ...{ id, createdAt },
    }));
  }
}

/** Throws Forbidden, instead of returning an empty list, for a viewer without the duty. */
function assertDesk(viewer: Viewer): void {
  if (!abilityOf(viewer).mayEver('queue', 'Reopening')) throw new Forbidden('door.notForYou');
}
