import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { LockedAccessService } from '#access/locked-access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Forbidden, Invalid } from '#kernel/errors.js';
import {
  decodeCursor,
  decodeTimeCursor,
  effectivePageSize,
  encodeCursor,
  toPage,
} from '#kernel/pagination.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { MAX_QUESTIONS } from '../questions/question-texts.js';
import { requestsOfViewer } from './assignments/requests-of-viewer.js';
import { CaseAudit } from './case-audit.js';
import { CaseContentService } from './duplicates/case-content.service.js';
import type { SupportCase, SupportCaseFile, SupportCasePage } from './case.view.js';
import { pausedCaseClosesAt } from '../pauses/pause-times.js';
import { silentCaseClosesAt } from './continuation/case-silence.service.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportRequest, SupportStage, URGENT } from './support-request.entity.js';

/** The badge of the queue shows no larger number, and a count of a long queue is slow. */
const MAX_COUNTED = 100;

/** Lists waiting requests and the cases of the viewer, and opens what is assigned to the viewer. */
@Injectable()
export class SupportQueueService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly lockedAccess: LockedAccessService,
    private readonly assignment: SupportAssignmentService,
    private readonly record: CaseAudit,
    private readonly content: CaseContentService,
  ) {}

  /** Waiting requests that the viewer may take: urgent ones first, then by the time to answer. */
  async list(
    viewer: Viewer,
    first?: number | null,
    after?: string | null,
  ): Promise<SupportCasePage> {
    assertSupporter(viewer);
    await this.assignment.sweep();
    const size = effectivePageSize(first);
    const query = queueQuery(this.access, viewer, after);
    const page = toPage(await query.take(size + 1).getMany(), size, ({ priority, dueAt, id }) => [
      ...[priority, dueAt.toISOString(), id],
    ]);
    return { ...page, items: await this.casesOf(page.items, viewer) };
  }

  /** The requests that the viewer claimed, and the viewer's cases, in the order of the queue. */
  async mine(viewer: Viewer): Promise<SupportCase[]> {
    assertSupporter(viewer);
    await this.assignment.sweep();
    const rows = await requestsOfViewer(this.access, viewer, 'readFile')
      .orderBy('it.priority')
      .addOrderBy('it.due_at')
      .addOrderBy('it.id')
      .getMany();
    return this.casesOf(rows, viewer);
  }

  /** One of these, with which an open page checks whether the viewer may still read it. It does not open the content. */
  async one(viewer: Viewer, id: string): Promise<SupportCase> {
    await this.assignment.sweep();
    const request = await this.access.load(SupportRequest, id, viewer, 'readFile');
    return this.caseOf(request, viewer);
  }

  /** How many waiting requests the viewer may take, at most 100; 0 while they rest. */
  async countWaiting(viewer: Viewer): Promise<number> {
    assertSupporter(viewer);
    const rests = `exists (
      select 1 from supporter where account_id = :me and resting_since is not null)`;
    const counted = await waitingRequests(this.access, viewer)
      .andWhere(`not ${rests}`, { me: viewer.accountId })
      .select('it.id')
      .limit(MAX_COUNTED)
      .getRawMany();
    return counted.length;
  }

  /** Opens the content for its supporter. It is audited, and the requester sees that. */
  async open(viewer: Viewer, id: string): Promise<SupportCaseFile> {
    await this.assignment.sweep();
    return this.db.write(async () => {
      const request = await this.lockedAccess.load(SupportRequest, id, viewer, 'readFile');
      await this.record.opened(viewer, request);
      const content = await this.content.read(viewer, request);
      return {
        ...(await this.caseOf(request, viewer)),
        ...content,
        questionsLeft: MAX_QUESTIONS - content.questions.length,
        others: await this.othersOf(viewer, request),
        viewerCan: await this.access.viewerCan('SupportRequest', id, viewer),
      };
    });
  }

  /** Opens the requests that the supporter of this one reads: itself, and those that continue in it. It is audited. */
  async openRequests(viewer: Viewer, id: string): Promise<SupportRequest[]> {
    await this.assignment.sweep();
    return this.db.write(async () => {
      const request = await this.lockedAccess.load(SupportRequest, id, viewer, 'readFile');
      await this.record.opened(viewer, request);
      return [request, ...(await this.content.of(viewer, request))];
    });
  }

  /** Other open requests of the same requester that the viewer may see in the queue or holds. */
  private async othersOf(
    viewer: Viewer,
    { id, requesterId }: Permitted<SupportRequest, 'readFile'>,
  ): Promise<SupportCase[]> {
    const of = (action: 'queue' | 'readFile') =>
      this.access
        .list(SupportRequest, viewer, action)
        .andWhere('it.requester_id = :requesterId and it.id <> :id', { requesterId, id })
        .getMany();
    const [queued, held] = await Promise.all([of('queue'), of('readFile')]);
    const byId = new Map([...queued, ...held].map((row) => [row.id, row]));
    return this.casesOf([...byId.values()], viewer);
  }

  private async caseOf(row: SupportRequest, viewer: Viewer): Promise<SupportCase> {
    return (await this.casesOf([row], viewer))[0]!;
  }

  private async casesOf(rows: readonly SupportRequest[], viewer: Viewer): Promise<SupportCase[]> {
    const openings = await this.record.openingsOf(viewer, rows);
    return rows.map((row) => ({ ...caseOf(row, viewer), ...openings.get(row.id)! }));
  }
}

/** Waiting requests that the viewer may take. */
const waitingRequests = (access: AccessService, viewer: Viewer) =>
  access.list(SupportRequest, viewer, 'queue').andWhere(`it.stage = 'waiting'`);

/** Waiting requests that the viewer may take, in the order of the queue, after the row of the cursor. */
export function queueQuery(access: AccessService, viewer: Viewer, after?: string | null) {
  const query = waitingRequests(access, viewer)
    .orderBy('it.priority')
    .addOrderBy('it.due_at')
    .addOrderBy('it.id');
  const key = '(it.priority, it.due_at, it.id) > (:priority, :dueAt, :id)';
  return after ? query.andWhere(key, at(after)) : query;
}

/** The sort key in a cursor of the queue. Throws Invalid. */
function at(cursor: string) {
  const [priority, ...rest] = decodeCursor(cursor, 3);
  if (priority !== 0 && priority !== 1) throw new Invalid('page.cursor');
  const [dueAt, id] = decodeTimeCursor(encodeCursor(rest));
  return { priority, dueAt, id };
}

const caseOf = (
  row: SupportRequest,
  { accountId }: Viewer,
): Omit<SupportCase, 'isOpened' | 'answeredAt'> => {
  const { id, number, kind, languages, stage, createdAt, dueAt } = row;
  const claimEndsAt = row.assigneeId === accountId ? row.claimEndsAt : null;
  const isUrgent = row.priority === URGENT;
  const waitsForRequesterUntil = row.askedAt && claimEndsAt;
  const silenceEndsAt = silentCaseClosesAt(row);
  const times = { createdAt, dueAt, claimEndsAt, waitsForRequesterUntil, silenceEndsAt };
  const reopenedAt = stage === SupportStage.accepted ? row.reopenedAt : null;
  const pausedUntil = pausedCaseClosesAt(row);
  return { id, number, kind, isUrgent, languages, stage, ...times, pausedUntil, reopenedAt };
};

/** Throws Forbidden, instead of returning an empty list, for a viewer without the duty. */
function assertSupporter(viewer: Viewer): void {
  if (!abilityOf(viewer).mayEver('queue', 'SupportRequest')) throw new Forbidden('door.notForYou');
}
