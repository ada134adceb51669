import { Injectable } from '@nestjs/common';
import { ExportsService } from '#signin/exports.service.js';

/** What a person sent along, and what they wrote beside what others sent. */
@Injectable()
export class AttachmentsExports {
  constructor(exports: ExportsService) {
    exports.rows(
      'attachments',
      ['attachment.account_id'],
      `select id, message_id, state, kind, name, type, bytes, width, height, seconds, removed, created_at,
         case when described_by_id is null then text else '' end as text
       from attachment where account_id = $1 order by created_at, id`,
    );
    exports.rows(
      'describedAttachments',
      ['attachment.described_by_id'],
      `select id, message_id, text from attachment where described_by_id = $1 order by created_at, id`,
    );
  }
}
