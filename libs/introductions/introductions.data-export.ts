import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { AllyNote } from './allies/ally-note.entity.js';
import type { Introduction } from './introduction.entity.js';
import { visibleIntroductionState } from './introduction-rules.js';

/** Adds introductions to the data export, in the state that the account may see: a decline is not disclosed. */
@Injectable()
export class IntroductionsDataExport implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly exports: DataExportService,
  ) {}

  onModuleInit() {
    this.exports.register({
      name: 'introductionsAsked',
      covers: ['introduction.asker_id'],
      read: (accountId) => this.read('asker_id', accountId),
    });
    this.exports.register({
      name: 'introductionsReceived',
      covers: ['introduction.asked_id'],
      read: (accountId) => this.read('asked_id', accountId),
    });
    this.exports.register({
      name: 'introductionsToPassOn',
      covers: ['introduction.introducer_id'],
      read: (accountId) => this.readPassed(accountId),
    });
    this.exports.register({
      name: 'allyNotes',
      covers: ['ally_note.account_id'],
      read: (accountId) => this.readNotes(accountId),
    });
    this.exports.leaveOut('ally_note.about_id', 'A note is its writer’s, for themself alone.');
    this.exports.register({
      name: 'offersToIntroduce',
      covers: ['introducer.account_id'],
      read: (accountId) =>
        this.db.query('select created_at from introducer where account_id = $1', [accountId]),
    });
  }

  /**
   * Requests that the account decided as an introducer. Waiting requests are omitted: they are the requester's data.
   */
  private readPassed(accountId: string) {
    return this.db.query(
      `select created_at, coalesce(passed_at, lapsed_at) as decided_at, passed_at is not null as was_passed_on
       from introduction where introducer_id = $1 and coalesce(passed_at, lapsed_at) is not null
       order by created_at`,
      [accountId],
    );
  }

  /** The account's notes about allies, decrypted. */
  private async readNotes(accountId: string) {
    const notes = await this.db
      .repo(AllyNote)
      .find({ where: { accountId }, order: { createdAt: 'ASC' } });
    return notes.map(({ text, createdAt }) => ({ created_at: createdAt, text }));
  }

  private async read(side: 'asker_id' | 'asked_id', accountId: string) {
    const isAsker = side === 'asker_id';
    const rows = await this.db.query<Introduction>(
      `select state, expires_at as "expiresAt", answered_at as "answeredAt", created_at as "createdAt", note
       from introduction where ${side} = $1
         and (${side} = asker_id or state <> 'withdrawn' and passed_at is not null)
       order by created_at`,
      [accountId],
    );
    return rows.map((row) => ({
      created_at: row.createdAt,
      state: visibleIntroductionState(row, isAsker, this.clock.now()),
      ...(isAsker && { note: row.note }),
    }));
  }
}
