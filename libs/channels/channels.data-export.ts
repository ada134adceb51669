import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { MessageErasureService } from './messages/message-erasure.service.js';
import { InboxEntriesService } from './inbox/inbox-entries.service.js';

/**
 * Registers what an account wrote in channels for its data export and for the deletion of the account. Threads of cases
 * are exported by the library of cases.
 */
@Injectable()
export class ChannelsDataExport {
  constructor(
    exports: DataExportService,
    erasers: AccountErasersService,
    departed: MessageErasureService,
    private readonly viewers: ViewerLoader,
    private readonly inbox: InboxEntriesService,
  ) {
    exports.rowsAsOf(
      'messages',
      ['message.account_id'],
      `select id, channel_id, topic_id, body, created_at, edited_at from message
       where account_id = $1 and deleted_at is null and retention is null and participation_id is null
         and expires_at > $2
       order by created_at, id`,
    );
    exports.rowsAsOf(
      'earlierTexts',
      [],
      `select e.message_id, e.body, e.written_at from earlier_text e join message m on m.id = e.message_id
       where m.account_id = $1 and m.participation_id is null and m.expires_at > $2
       order by e.written_at, e.message_id`,
    );
    exports.rowsAsOf(
      'reactions',
      ['reaction.account_id'],
      `select r.message_id, r.emoji, r.created_at from reaction r join message m on m.id = r.message_id
       where r.account_id = $1 and m.expires_at > $2 order by r.created_at, r.message_id`,
    );
    readMarks(exports);
    exports.register({
      name: 'mentions',
      covers: ['inbox_entry.account_id'],
      read: (accountId) => this.mentions(accountId),
    });
    exports.leaveOut(
      'spent_key.account_id',
      'A number that the app made, of a message that is gone: it says nothing.',
    );
    erasers.register((accountId) => departed.takeBackEverything(accountId));
  }

  /**
   * Exports only entries that the inbox shows: other entries would reveal messages of people who are hidden from the
   * account.
   */
  private async mentions(accountId: string): Promise<unknown> {
    const viewer = await this.viewers.byAccount(accountId);
    if (!viewer) return [];
    const entries = this.inbox.list(viewer).select('e.message_id', 'message_id');
    for (const column of ['channel_id', 'kind', 'noticed_at', 'read_at'])
      entries.addSelect(`e.${column}`, column);
    return entries.orderBy('e.noticed_at').addOrderBy('e.message_id').getRawMany();
  }
}

function readMarks(exports: DataExportService): void {
  exports.rows(
    'readMarks',
    ['channel_reader.account_id'],
    'select channel_id, read_version, put_away_at, level from channel_reader where account_id = $1',
  );
  exports.rows(
    'topicReadMarks',
    ['topic_reader.account_id'],
    'select topic_id, read_version from topic_reader where account_id = $1',
  );
}
