import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { decodeTimeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import { abilityOf } from '#policy/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from './application.entity.js';
import { ClaimsService } from './claims.service.js';
import { NotesService } from './notes.service.js';
import { REVIEW_LASTS } from './counting-reviews.js';
import { type Stands, States } from './states.service.js';
import type { QueueItem } from './vetting.views.js';

interface State {
  id: string;
  claim_ends_at: Date | null;
  other_readers: number;
  is_reviewed_by_me: boolean;
  must_confirm: boolean;
  is_answered: boolean;
}

const STATES = `
  select a.id,
    (select ends_at from claim c where c.application_id = a.id and c.account_id = $2) as claim_ends_at,
    (select count(*)::int from claim c where c.application_id = a.id and c.account_id <> $2) as other_readers,
    exists (select 1 from review r where r.application_id = a.id and r.round = a.round and r.reviewer_id = $2
      and r.answers_hash = a.answers_hash and r.confirmed_at > $3) as is_reviewed_by_me,
    exists (select 1 from review r where r.application_id = a.id and r.round = a.round and r.reviewer_id = $2
      and (r.answers_hash <> a.answers_hash or r.confirmed_at <= $3)) as must_confirm,
    a.stage <> 'asked' and exists (select 1 from application_question q
      where q.application_id = a.id and q.answered_at is not null) as is_answered
  from application a where a.id = any($1)`;

/** What waits at the desk for this viewer; applications of people tied to them are not in it. */
@Injectable()
export class QueueService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly states: States,
    private readonly notes: NotesService,
  ) {}

  /** Longest waiting first. */
  async list(
    viewer: Viewer,
    first?: number | null,
    after?: string | null,
  ): Promise<Page<QueueItem>> {
    assertDesk(viewer);
    await this.claims.sweep();
    const size = pageSize(first);
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
    return { ...page, items: await this.withStates(viewer, page.items) };
  }

  /** One of them. NotFound once it is not the viewer's to read. */
  async one(viewer: Viewer, id: string): Promise<QueueItem> {
    await this.claims.sweep();
    const application = await this.access.load(Application, id, viewer, 'queue');
    const [item] = await this.withStates(viewer, [application]);
    return item!;
  }

  /** How many wait for this viewer to do something. */
  async countWaiting(viewer: Viewer): Promise<number> {
    assertDesk(viewer);
    return this.access
      .list(Application, viewer, 'queue')
      .andWhere(`it.stage <> 'asked'`)
      .andWhere(
        `not exists (select 1 from review r where r.application_id = it.id and r.round = it.round and r.reviewer_id = :me
          and r.answers_hash = it.answers_hash and r.confirmed_at > :since)`,
        { me: viewer.accountId, since: this.clock.in(-REVIEW_LASTS) },
      )
      .getCount();
  }

  private async withStates(viewer: Viewer, rows: readonly Application[]): Promise<QueueItem[]> {
    const since = this.clock.in(-REVIEW_LASTS);
    const values = [rows.map((row) => row.id), viewer.accountId, since];
    const states = await this.db.query<State>(STATES, values);
    const byId = new Map(states.map((state) => [state.id, state]));
    const stands = await this.states.ofMany(rows);
    const notes = await this.notes.counts(viewer, [...byId.keys()]);
    return rows.map((row) => ({
      ...itemOf(row, byId.get(row.id)!, stands.get(row.id)!),
      notes: notes.get(row.id) ?? 0,
    }));
  }
}

/** For whoever could never see anything in it the desk is refused, not empty. */
function assertDesk(viewer: Viewer): void {
  if (!abilityOf(viewer).mayEver('queue', 'Application')) throw new Forbidden('door.notForYou');
}

const itemOf = (
  { id, stage, waitsSince, answers, round }: Application,
  state: State,
  stands: Stands,
): Omit<QueueItem, 'notes'> => ({
  ...stands,
  id,
  stage,
  waitsSince,
  name: answers?.name ?? '',
  claimEndsAt: state.claim_ends_at,
  otherReaders: state.other_readers,
  isReviewedByMe: state.is_reviewed_by_me,
  mustConfirm: state.must_confirm,
  isAppeal: round > 1,
  isAnswered: state.is_answered,
});
