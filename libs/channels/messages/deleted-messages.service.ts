import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { FilesService } from '#files/files.service.js';
import { Clock } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { RetentionService } from '#retention/retention.service.js';
import type { Message } from './message.entity.js';

/** How long the author can undo a deletion. */
const UNDO_MS = 30_000;

/** Tables whose rows are deleted together with a message. */
const TABLES = ['attachment', 'earlier_text', 'inbox_entry', 'reaction'] as const;

const rowsOf = (table: string) =>
  `'${table}', (select coalesce(jsonb_agg(x), '[]') from ${table} x where x.message_id = m.id)`;

const STORE = `
  insert into deleted_message (message_id, undo_until, content)
  select m.id, $2, jsonb_build_object('message', to_jsonb(m), ${TABLES.map(rowsOf).join(', ')})
  from message m where m.id = $1`;

/**
 * SQL of the stored content that can still be restored. Looks up the answered message, because it may have expired in
 * the meantime.
 */
const CONTENT = `
  select m.body, m.edited_at as "editedAt", m.is_answer as "isAnswer", m.mention_ids as "mentionIds",
    m.mentions_all as "mentionsAll", m.pinned_at as "pinnedAt", m.reactions, m.attachments,
    (select o.id from message o where o.id = m.reply_to_id) as "replyToId"
  from deleted_message d cross join lateral jsonb_populate_record(null::message, d.content -> 'message') m
  where d.message_id = $1 and d.undo_until > $2 for update of d`;

const putBack = (table: string) => `
  insert into ${table} select x.* from deleted_message d
    cross join lateral jsonb_populate_recordset(null::${table}, d.content -> '${table}') x
  where d.message_id = $1 on conflict do nothing`;

/**
 * Stores the content of deleted messages while their authors can undo the deletion. The message row is emptied at once,
 * so no other query has to exclude it.
 */
@Injectable()
export class DeletedMessagesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly retention: RetentionService,
    classes: DataClassesService,
  ) {
    files.usedBy(
      `select f ->> 'file' as name from deleted_message, jsonb_array_elements(content -> 'attachment') f
       where f ->> 'file' is not null`,
    );
    classes.define({
      ...{ name: 'deletedMessage', owner: DataOwner.person, purpose: DataPurpose.undoing },
      lasts: 0,
      destroy: (before) => this.destroy(before),
    });
  }

  /** Stores the content of a message. Call before the message is emptied. */
  async store({ id }: Message): Promise<void> {
    this.db.assertWriting();
    await this.db.query(STORE, [id, this.clock.in(UNDO_MS)]);
  }

  /**
   * Restores the rows that were deleted with the message and returns its content, or null if the deletion can no longer
   * be undone. Lock the message first.
   */
  async restore({ id }: Message): Promise<Partial<Message> | null> {
    this.db.assertWriting();
    const [content] = await this.db.query<Partial<Message>>(CONTENT, [id, this.clock.now()]);
    if (!content) return null;
    for (const table of TABLES) await this.db.query(putBack(table), [id]);
    // Delete the stored row only at COMMIT, because the policy is checked once more before and needs it.
    this.db.beforeCommit(() => this.forget(id));
    return content;
  }

  /** Deletes the stored content; the deletion of the message can no longer be undone. */
  async forget(id: string): Promise<void> {
    await this.db.query('delete from deleted_message where message_id = $1', [id]);
  }

  /**
   * Deletes stored content that mentions the account in any role: author, reactor, author of a description, or
   * mentioned person.
   */
  async forgetAccount(accountId: string): Promise<void> {
    await this.db.query(`delete from deleted_message where strpos(content::text, $1) > 0`, [
      accountId,
    ]);
  }

  @Job({ name: 'channels.destroyDeleted', destroys: true, cron: '* * * * *' })
  async destroyDue(): Promise<void> {
    const sql = 'select from deleted_message where undo_until <= $1 limit 1';
    const due = await this.db.query(sql, [this.clock.now()]);
    if (due.length > 0) await this.retention.runByClock('deletedMessage');
  }

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query<{ files: string[] }>(
      `with gone as (delete from deleted_message where undo_until <= $1 returning content)
       select array(select f ->> 'file' from jsonb_array_elements(content -> 'attachment') f) as files from gone`,
      [before],
    );
    for (const file of gone.flatMap(({ files }) => files)) this.files.dropAfterCommit(file);
    return gone.length;
  }
}
