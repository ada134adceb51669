import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { ExportsService } from '#signin/exports.service.js';
import type { Introduction } from './introduction.entity.js';
import { shownState } from './introduction-rules.js';

/** One's own introductions in the export, each in the state that its side is shown: a decline stays silent here too. */
@Injectable()
export class IntroductionsExports implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly exports: ExportsService,
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
  }

  private async read(side: 'asker_id' | 'asked_id', accountId: string) {
    const isAsker = side === 'asker_id';
    const rows = await this.db.query<Introduction>(
      `select state, expires_at as "expiresAt", answered_at as "answeredAt", created_at as "createdAt", note
       from introduction where ${side} = $1 and (state <> 'withdrawn' or ${side} = asker_id)
       order by created_at`,
      [accountId],
    );
    return rows.map((row) => ({
      created_at: row.createdAt,
      state: shownState(row, isAsker, this.clock.now()),
      ...(isAsker && { note: row.note }),
    }));
  }
}
