import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/**
 * The export leaves out the attachments of expired messages, and those of threads of cases, which are sealed: the library
 * of cases exports them with their messages. Unsent ones end within a day.
 */
const IS_KEPT = `f.channel_id is null
  and (f.message_id is null or exists (select from message m where m.id = f.message_id and m.expires_at > $2))`;

/** Exports a person's attachments, and the descriptions that they wrote for attachments of others. */
@Injectable()
export class AttachmentsDataExport {
  constructor(exports: DataExportService) {
    exports.rowsAsOf(
      'attachments',
      ['attachment.account_id'],
      `select id, message_id, state, kind, name, type, bytes, width, height, seconds, removed, created_at,
         case when described_by_id is null then text else '' end as text
       from attachment f where account_id = $1 and ${IS_KEPT} order by created_at, id`,
    );
    exports.rowsAsOf(
      'describedAttachments',
      ['attachment.described_by_id'],
      `select id, message_id, text from attachment f where described_by_id = $1 and ${IS_KEPT}
       order by created_at, id`,
    );
  }
}
