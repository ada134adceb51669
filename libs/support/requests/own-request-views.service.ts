import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { pausedCaseClosesAt } from '../pauses/pause-times.js';
import type { CaseQuestionView } from '../questions/case-question.view.js';
import { caseDestroyedAt } from './case-retention.js';
import { CaseTextsService } from './case-texts.service.js';
import { silentCaseClosesAt } from './continuation/case-silence.service.js';
import { caseReopenableUntil } from './continuation/reopen-case.js';
import type { OwnSupportRequest } from './own-request.view.js';
import { AnswerDeadlinesService } from './deadlines/answer-deadlines.service.js';
import { exclusionsOf } from './request-exclusions.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import {
  SupportCloseReason,
  SupportRequest,
  SupportStage,
  URGENT,
} from './support-request.entity.js';
import { Supporter } from './supporter.entity.js';

const MAX_SHOWN = 50;

const isWaitingCalmly = ({ stage, priority }: SupportRequest) =>
  stage === SupportStage.waiting && priority !== URGENT;

function questionFacts(row: SupportRequest, questions: CaseQuestionView[]) {
  const { stage, askedAt, claimEndsAt, leftAt } = row;
  const isUnanswered = stage === SupportStage.waiting || stage === SupportStage.claimed;
  const isAnswerable = isUnanswered && !leftAt;
  return {
    questions,
    hasQuestion: isAnswerable && questions.some(({ answeredAt }) => !answeredAt),
    waitsForRequesterUntil: askedAt && claimEndsAt,
  };
}

/** Reads the requests of the viewer. */
@Injectable()
export class OwnRequestViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly texts: CaseTextsService,
    private readonly availability: SupportAvailabilityService,
    private readonly deadlines: AnswerDeadlinesService,
  ) {}

  /** The viewer's requests, newest first, at most 50. */
  async list(viewer: Viewer): Promise<OwnSupportRequest[]> {
    const rows = await this.access
      .list(SupportRequest, viewer)
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(MAX_SHOWN)
      .getMany();
    return this.shown(viewer, rows);
  }

  async one(viewer: Viewer, id: string): Promise<OwnSupportRequest> {
    const request = await this.access.load(SupportRequest, id, viewer, 'read');
    const [shown] = await this.shown(viewer, [request]);
    return shown!;
  }

  /** How many of the viewer's requests have something new, or a question that waits for an answer. */
  countNews(viewer: Viewer): Promise<number> {
    const waits = `(it.news_at is not null or it.stage in ('waiting', 'claimed') and it.left_at is null and exists (
      select 1 from case_question q where q.request_id = it.id and q.answered_at is null))`;
    return this.access.list(SupportRequest, viewer).andWhere(waits).getCount();
  }

  /** Whether the viewer asked for support, and has something new to read about it; null if they did not ask. */
  async stateOf(viewer: Viewer): Promise<'asked' | 'news' | null> {
    if ((await this.access.list(SupportRequest, viewer).getCount()) === 0) return null;
    return (await this.countNews(viewer)) > 0 ? 'news' : 'asked';
  }

  /** Ids of the viewer's open requests that are deleted with their account, because their case has no recovery phrase. */
  async withoutPhrase(viewer: Viewer): Promise<string[]> {
    const rows = await this.access
      .list(SupportRequest, viewer, 'takePhrase')
      .andWhere(
        `not exists (select 1 from case_phrase p join support_request o on o.id = p.request_id
          where o.requester_id = it.requester_id
            and coalesce(o.duplicate_of_id, o.id) = coalesce(it.duplicate_of_id, it.id))`,
      )
      .getMany();
    return rows.map(({ id }) => id);
  }

  private async shown(
    viewer: Viewer,
    rows: readonly Permitted<SupportRequest>[],
  ): Promise<OwnSupportRequest[]> {
    const ids = rows.map(({ id }) => id);
    const waiting = rows.filter(({ stage }) => stage === SupportStage.waiting).map(({ id }) => id);
    const [excluded, candidates, opening, leadNames, questions] = await Promise.all([
      exclusionsOf(this.db, ids),
      this.availability.candidates(waiting),
      waiting.length > 0 ? this.deadlines.nextOpening() : null,
      this.leadNamesOf(rows),
      this.texts.questions.ofAll(rows),
    ]);
    return Promise.all(
      rows.map(async (row) => ({
        ...this.viewOf(row, leadNames.get(row.id)),
        ...questionFacts(row, questions.get(row.id)!),
        answersResumeAt: isWaitingCalmly(row) ? opening : null,
        isWithoutSupporter: candidates.get(row.id) === 'none',
        hasOneCandidate: candidates.get(row.id) === 'one',
        excluded: excluded.get(row.id) ?? [],
        viewerCan: await this.access.viewerCan('SupportRequest', row.id, viewer),
      })),
    );
  }

  /** The work names of the supporters who lead these cases. A claim names nobody. */
  private async leadNamesOf(rows: readonly SupportRequest[]) {
    const cases = rows.filter(({ stage }) => stage === SupportStage.accepted);
    const accountId = In(cases.flatMap(({ assigneeId }) => assigneeId ?? []));
    const leads = await this.db.repo(Supporter).findBy({ accountId });
    const names = new Map(leads.map((lead) => [lead.accountId, lead.workName]));
    return new Map(cases.map((row) => [row.id, names.get(row.assigneeId ?? '')]));
  }

  private viewOf(row: SupportRequest, leadName: string | null | undefined) {
    const hasLeft = row.leftAt !== null;
    const reply = hasLeft ? null : this.texts.decrypt(row, 'reply');
    const closing = hasLeft ? null : this.texts.decrypt(row, 'closing');
    const { id, number, createdAt, kind, languages, stage, dueAt, returnedAt } = row;
    const { reason, duplicateOfId, closedAt, closeReason } = row;
    const isReopenable =
      stage === SupportStage.closed &&
      closedAt !== null &&
      !hasLeft &&
      closeReason !== SupportCloseReason.conduct;
    return {
      ...{ id, number, createdAt, kind, languages, stage, dueAt, returnedAt },
      ...{ reason, duplicateOfId, closedAt, closeReason },
      ...{ hasLeft, pausedUntil: pausedCaseClosesAt(row) },
      silenceEndsAt: stage === SupportStage.accepted ? silentCaseClosesAt(row) : null,
      reopenableUntil: isReopenable ? caseReopenableUntil(closedAt) : null,
      isUrgent: row.priority === URGENT,
      hasNews: row.newsAt !== null,
      content: this.texts.contentOf(row),
      supporterName: (hasLeft ? null : leadName) ?? reply?.workName ?? null,
      reply: reply?.words ?? null,
      closingWords: closing?.words ?? null,
      alternatives: closing?.alternatives ?? null,
      askAgainOn: closing?.askAgainOn ?? null,
      destroyedAt: closedAt && caseDestroyedAt(closedAt),
    };
  }
}
