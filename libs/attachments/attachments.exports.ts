import { Injectable } from '@nestjs/common';
import { ExportsService } from '#signin/accounts/exports.service.js';

/** Of a message that is over nothing is theirs to take along either. */
const IS_KEPT =
  '(f.message_id is null or exists (select from message m where m.id = f.message_id and m.expires_at > $2))';

/** What a person sent along, and what they wrote beside what others sent. */
@Injectable()
export class AttachmentsExports {
  constructor(exports: ExportsService) {
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
