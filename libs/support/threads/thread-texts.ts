import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '#attachments/attachment.entity.js';
import { MessageChangesService } from '#channels/messages/message-changes.service.js';
import { Database } from '#database/database.js';

/** A message as the data export of a requester contains it. */
interface ThreadText {
  readonly authorName: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Without the bytes, like files of other channels. */
  readonly files: readonly AttachmentView[];
}

/** Reads whole threads for data exports. */
@Injectable()
export class ThreadTexts {
  constructor(
    private readonly db: Database,
    private readonly messages: MessageChangesService,
  ) {}

  /** The messages of the requester's thread, in order. Never those of the internal thread. */
  async ofRequester(requestId: string): Promise<ThreadText[]> {
    const rows = await this.db.query<{ id: string; requester_id: string }>(
      `select m.id, r.requester_id from channel c join support_request r on r.id = c.case_id
         join message m on m.channel_id = c.id
       where c.case_id = $1 and c.thread = 'requester' and m.deleted_at is null order by m.seq`,
      [requestId],
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const views = await this.messages.allShown(ids, rows[0]!.requester_id);
    const byId = new Map(views.map((view) => [view.id, view]));
    return ids.flatMap((id) => {
      const view = byId.get(id);
      if (!view) return [];
      const { authorName, body, createdAt, editedAt, attachments: files } = view;
      return [{ authorName, body, createdAt, editedAt, files }];
    });
  }
}
