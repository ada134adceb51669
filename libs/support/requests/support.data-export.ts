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
    // Those of the viewer's own cases stand in `supportRequests`.
    this.exports.rows(
      'callsOfFormerCases',
      ['introductory_call.requester_id'],
      `select c.starts_at, c.ends_at, c.requester_zone, c.state, c.ended_by, c.cancel_reason, c.outcome
       from introductory_call c join support_request r on r.id = c.request_id
       where c.requester_id = $1 and r.requester_id is distinct from $1 order by c.starts_at`,
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
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.asked(row)),
        excluded: (excluded.get(row.id) ?? []).map(({ workName }) => workName),
        ...(!row.leftAt && (await this.supported(row))),
      })),
    );
  }

  /** The part of a request that its requester reads at any time. */
  private async asked(row: SupportRequest) {
    const questions = await this.texts.questions.of(row);
    return {
      ...{ number: row.number, kind: row.kind, isUrgent: row.priority === URGENT },
      ...{ languages: row.languages, stage: row.stage, createdAt: row.createdAt },
      ...{ dueAt: row.dueAt, returnedAt: row.returnedAt, closedAt: row.closedAt },
      ...{ acceptedAt: row.acceptedAt, reopenedAt: row.reopenedAt, askedAt: row.askedAt },
      leftAt: row.leftAt,
      goesWithoutInterpreter: row.goesWithoutInterpreter,
      ...{ reason: row.reason, closeReason: row.closeReason },
      content: this.texts.contentOf(row),
      questions: questions.map(({ id: _id, ...question }) => question),
    };
  }

  /** The part of a request that its requester does not read after they left the case. */
  private async supported(row: SupportRequest) {
    const [calls, thread, consents, links] = await Promise.all([
      this.callsOf(row),
      this.threads.ofRequester(row.id),
      this.helpers.ofRequest(row),
      this.links.ofRequest(row, row.requesterId),
    ]);
    return {
      calls,
      // Only the day: the supporters' changes of tasks, of which the requester learns nothing, move the time.
      activeAt: row.activeAt.toISOString().slice(0, 10),
      silenceToldAt: row.silenceToldAt,
      reply: this.texts.presentReply(row),
      earlierReplies: this.texts.earlierReplies(row),
      closing: this.texts.decrypt(row, 'closing'),
      thread,
      consents,
      links: links.map(({ name, url, authorName }) => ({ name, url, authorName })),
    };
  }

  /** The calls of the present requester: the zone of a former one says in which country they are. */
  private callsOf({ id, requesterId }: SupportRequest): Promise<Record<string, unknown>[]> {
    return this.db.query(
      `select starts_at, ends_at, requester_zone, supporter_zone, state, ended_by, cancel_reason, outcome
       from introductory_call where request_id = $1 and requester_id = $2 order by starts_at`,
      [id, requesterId],
    );
  }
}
