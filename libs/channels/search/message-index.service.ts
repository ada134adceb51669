import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { wordsToStemInText, toSearchVector } from './search-vector.js';
import { StemmerService } from './stemmer.service.js';
import {
  DROP_MESSAGE_INDEX,
  createMessageIndex,
  rebuildMessageIndexIfNeeded,
  withMessageIndexLock,
} from './message-index-maintenance.js';

interface SaidRow {
  readonly id: string;
  readonly channel_id: string;
  readonly seq: number;
  readonly author_id: string | null;
  readonly version: number;
  readonly body: string;
  readonly said: string;
}

/** Messages to index at the time `$1`. System messages and sealed ones are not indexed. */
const SAID = `select id, channel_id, seq, coalesce(membership_id, account_id) as author_id, version, body, md5(body) as said
  from message
  where deleted_at is null and retention is null and participation_id is null and expires_at > $1`;

/** Skips messages that changed since this run read them; the change itself or the next run indexes them. */
const PUT = `
  insert into message_words (message_id, channel_id, seq, version, said_at, words)
    select m.id, m.channel_id, m.seq, m.version, date_trunc('milliseconds', m.created_at), x.words::tsvector
    from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) x (id, version, said, words)
      join message m on m.id = x.id and m.version = x.version and md5(m.body) = x.said and m.deleted_at is null
  on conflict (message_id) do update set words = excluded.words, version = excluded.version
    where message_words.version <= excluded.version`;

const AT_ONCE = 400;
const MANY_AT_ONCE = 1_000;
const CHANNELS_AT_ONCE = 200;

/**
 * Maintains the search index of messages. Each channel has its own cursor, so no message is missed or indexed twice.
 */
@Injectable()
export class MessageIndexService {
  constructor(
    private readonly db: Database,
    private readonly stems: StemmerService,
    private readonly clock: Clock,
  ) {}

  /** Indexes an edited message. */
  async put(id: string): Promise<void> {
    this.db.assertWriting();
    await this.write(await this.db.query<SaidRow>(`${SAID} and id = $2`, [this.clock.now(), id]));
  }

  /** Indexes at most `most` new messages and returns whether there may be more. A repeated call is safe. */
  async follow(most = AT_ONCE): Promise<boolean> {
    const behind = await this.db.query<{ id: string }>(
      `select c.id from channel c left join channel_words w on w.channel_id = c.id
       where c.last_version > coalesce(w.up_to, 0) order by c.last_message_at desc nulls last limit ${CHANNELS_AT_ONCE}`,
    );
    let room = most;
    for (const { id } of behind) {
      if (room <= 0) return true;
      room -= await this.followOne(id, room);
    }
    return room <= 0 || behind.length === CHANNELS_AT_ONCE;
  }

  /**
   * Rebuilds the search index and returns the number of messages. Until it ends, searches may find less; nothing else
   * is blocked.
   */
  async rebuild(): Promise<number> {
    await withMessageIndexLock(this.db, () => this.empty());
    while (await this.follow(MANY_AT_ONCE));
    await createMessageIndex(this.db);
    const [row] = await this.db.query<{ count: number }>(
      'select count(*)::int as count from message_words',
    );
    return row!.count;
  }

  /**
   * Keeps the cursors locked until both tables are empty; otherwise words that another run writes in between would be
   * lost.
   */
  private empty(): Promise<void> {
    return this.db.write(async () => {
      await this.db.query('lock table channel_words in exclusive mode');
      await this.db.query('delete from channel_words');
      await this.db.query('truncate message_words');
      // Creating the index after the rows is several times faster than updating it for each row.
      await this.db.query(DROP_MESSAGE_INDEX);
    });
  }

  /** Removes from the index the words that no message contains any more; returns whether there were any. */
  tidy(): Promise<boolean> {
    return rebuildMessageIndexIfNeeded(this.db);
  }

  /** Locks the cursor, so that of two concurrent runs the second continues where the first ended. */
  private followOne(channelId: string, most: number): Promise<number> {
    return this.db.write(async () => {
      await this.db.query(
        'insert into channel_words (channel_id, up_to) values ($1, 0) on conflict do nothing',
        [channelId],
      );
      const [place] = await this.db.query<{ up_to: number; last_version: number }>(
        `select w.up_to, c.last_version from channel_words w join channel c on c.id = w.channel_id
         where w.channel_id = $1 for update of w`,
        [channelId],
      );
      if (!place) return 0;
      const rows = await this.db.query<SaidRow>(
        `${SAID} and channel_id = $2 and version > $3 and version <= $4 order by version limit ${most}`,
        [this.clock.now(), channelId, place.up_to, place.last_version],
      );
      await this.write(rows);
      const upTo = rows.length < most ? place.last_version : rows.at(-1)!.version;
      await this.db.query('update channel_words set up_to = $2 where channel_id = $1', [
        channelId,
        upTo,
      ]);
      return rows.length;
    });
  }

  private async write(rows: readonly SaidRow[]): Promise<void> {
    if (rows.length === 0) return;
    const stemsOf = await this.stems.written([
      ...new Set(rows.flatMap(({ body }) => wordsToStemInText(body))),
    ]);
    const words = rows.map(({ channel_id: channelId, seq, author_id: authorId, body }) =>
      toSearchVector({ channelId, seq, authorId, body }, stemsOf),
    );
    const [ids, versions] = [rows.map(({ id }) => id), rows.map(({ version }) => version)];
    const said = rows.map((row) => row.said);
    await this.db.query(PUT, [ids, versions, said, words]);
  }
}
