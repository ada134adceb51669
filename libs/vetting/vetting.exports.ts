import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { ExportsService } from '#signin/exports.service.js';

const APPLICATION = `
  select a.stage, a.answers, a.submitted_at, a.decided_at, a.vouch_code, coalesce((
    select json_agg(json_build_object('question', q.body, 'askedAt', q.created_at, 'answer', q.answer,
      'answeredAt', q.answered_at) order by q.created_at, q.id)
    from application_question q where q.application_id = a.id), '[]') as questions
  from application a where a.account_id = $1`;

/** Part, what it covers, and its statement for the account `$1`. */
const PARTS: readonly (readonly [name: string, covers: readonly string[], sql: string])[] = [
  ['applications', ['application.account_id'], APPLICATION],
  [
    'decisionsAboutMe',
    ['decision.account_id'],
    'select outcome, reason_class, words, decided_at from decision where account_id = $1',
  ],
  [
    'vouches',
    ['vouch.voucher_id'],
    `select relation, statement, attestations, created_at, withdrawn_at from vouch
     where voucher_id = $1 order by created_at, id`,
  ],
];

const FILE_OF_ANOTHER = 'It stands in the file of an applicant and is destroyed with it.';

/** What the export of one's own data says of vetting. */
@Injectable()
export class VettingExports implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit() {
    for (const [name, covers, sql] of PARTS) {
      this.exports.register({ name, covers, read: (accountId) => this.db.query(sql, [accountId]) });
    }
    for (const column of ['review.reviewer_id', 'application_question.asker_id']) {
      this.exports.leaveOut(column, FILE_OF_ANOTHER);
    }
    this.exports.leaveOut('claim.account_id', 'It says for half an hour who reads what.');
  }
}
