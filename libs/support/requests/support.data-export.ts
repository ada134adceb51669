import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { HelperExport } from '../helpers/helper-export.js';
import { CaseLinksService } from '../links/case-links.service.js';
import { ThreadTexts } from '../threads/thread-texts.js';
import { CaseTextsService } from './case-texts.service.js';
import { exclusionsOf } from './request-exclusions.js';
import { SupportRequest, URGENT } from './support-request.entity.js';

/** Adds own requests for support, with the thread of the requester, and own settings and links as a supporter to the data export. */
@Injectable()
export class SupportDataExport implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: DataExportService,
    private readonly texts: CaseTextsService,
    private readonly threads: ThreadTexts,
    private readonly helpers: HelperExport,
    private readonly links: CaseLinksService,
  ) {}

  onModuleInit() {
    this.exports.register({
      name: 'supportRequests',
      covers: ['support_request.requester_id'],
      read: (accountId) => this.requestsOf(accountId),
    });
    this.exports.rows(
      'workName',
      ['supporter.account_id'],
      `select work_name, former_work_name, resting_since, urgent_rest_ends_at, taken_kinds, rota_days
       from supporter where account_id = $1`,
    );
    this.exports.rows(
      'unsentVoiceAnswers',
      ['voice_answer.account_id'],
      'select created_at from voice_answer where account_id = $1 order by created_at',
    );
    this.exports.rows(
      'partnerSides',
      ['case_partner.account_id'],
      'select created_at, expires_at, accepted_at, declined_at, ownership_offered_at from case_partner where account_id = $1 order by created_at',
    );
    this.exports.register({
      name: 'outsideHelp',
      covers: ['case_helper.account_id'],
      read: (accountId) => this.helpers.ofHelper(accountId),
    });
    this.exports.register({
      name: 'linksInCasesOfOthers',
      covers: [],
      read: (accountId) => this.links.addedBy(accountId),
    });
    this.leaveOut();
  }

  private leaveOut() {
    const isAmongActs = 'It is among the acts of mine, from the audit.';
    this.exports.leaveOut(
      'participation.account_id',
      'The name in a case is that of the request or the work name; the messages are with the requests.',
    );
    this.exports.leaveOut('support_request.assignee_id', isAmongActs);
    this.exports.leaveOut('case_assignment.supporter_id', isAmongActs);
    this.exports.leaveOut('case_supporter.account_id', isAmongActs);
    this.exports.leaveOut(
      'case_task.assignee_id',
      'Tasks are internal to the supporters of a case, like the internal thread.',
    );
    this.exports.leaveOut(
      'case_recusal.account_id',
      'It would show that a case exists which the account must not see.',
    );
    this.exports.leaveOut(
      'supporter_offer.account_id',
      'It says nothing about the supporter and ends within days.',
    );
    this.exports.leaveOut(
      'deleted_support_request.requester_id',
      'It is the key of a request that was deleted, without anything of it.',
    );
    this.exports.leaveOut(
      'case_assignment.requester_id',
      'It is among the acts about me, from the audit.',
    );
  }

  private async requestsOf(requesterId: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.db.repo(SupportRequest).find({ where: { requesterId }, order });
    const excluded = await exclusionsOf(
      this.db,
      rows.map(({ id }) => id),
    );
    const calls = await this.callsOf(rows.map(({ id }) => id));
    const threads = await Promise.all(rows.map(({ id }) => this.threads.ofRequester(id)));
    const consents = await Promise.all(rows.map((row) => this.helpers.ofRequest(row)));
    const links = await Promise.all(rows.map((row) => this.links.ofRequest(row, requesterId)));
    return rows.map((row, at) => ({
      calls: calls.get(row.id) ?? [],
      ...{ number: row.number, kind: row.kind, isUrgent: row.priority === URGENT },
      ...{ languages: row.languages, stage: row.stage, createdAt: row.createdAt },
      ...{ dueAt: row.dueAt, returnedAt: row.returnedAt, closedAt: row.closedAt },
      ...{
        acceptedAt: row.acceptedAt,
        reopenedAt: row.reopenedAt,
        // Only the day: the supporters' changes of tasks, of which the requester learns nothing, move the time.
        activeAt: row.activeAt.toISOString().slice(0, 10),
        silenceToldAt: row.silenceToldAt,
      },
      goesWithoutInterpreter: row.goesWithoutInterpreter,
      ...{ reason: row.reason, closeReason: row.closeReason },
      content: this.texts.contentOf(row),
      excluded: (excluded.get(row.id) ?? []).map(({ workName }) => workName),
      reply: this.texts.presentReply(row),
      earlierReplies: this.texts.earlierReplies(row),
      closing: this.texts.decrypt(row, 'closing'),
      thread: threads[at],
      consents: consents[at],
      links: links[at]?.map(({ name, url, authorName }) => ({ name, url, authorName })),
    }));
  }

  private async callsOf(requestIds: readonly string[]) {
    const rows = await this.db.query<{ requestId: string }>(
      `select request_id as "requestId", starts_at, ends_at, requester_zone, supporter_zone, state, ended_by,
         cancel_reason, outcome
       from introductory_call where request_id = any($1) order by starts_at`,
      [[...requestIds]],
    );
    const calls = rows.map(({ requestId, ...call }) => [requestId, call] as const);
    const grouped = Map.groupBy(calls, ([requestId]) => requestId);
    return new Map([...grouped].map(([id, all]) => [id, all.map(([, call]) => call)]));
  }
}
