import { setTimeout as wait } from 'node:timers/promises';
import { StemmerService } from '#channels/search/stemmer.service.js';
import { MESSAGE_INDEX_LOCK } from '#channels/search/message-index-maintenance.js';
import { MessageIndexService } from '#channels/search/message-index.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  sendMessage,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import {
  waitForMessageIndex,
  postAndIndex,
  foundTexts,
} from '../../support/messages/message-search.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';

const app = useApp();

describe('the search index of messages', () => {
  const rows = () =>
    app.db.query('select message_id, version, words::text from message_words order by message_id');

  it('is updated after a message is posted', async () => {
    const { ada, ben, id } = await makeChannelWithMessage(app);
    await sendMessage(ben, id, 'murciélago');
    const until = performance.now() + 20_000;
    const isFollowed = async () => JSON.stringify(await rows()).includes('murcielago');
    while (!(await isFollowed()) && performance.now() < until) await waitForJobs(app);
    expect(await foundTexts(ada, 'murcielago')).toEqual(['murciélago']);
  });

  it('is the same after concurrent updates, a repeated update and a rebuild', async () => {
    const { ben, id } = await makeChannelWithMessage(app);
    await postAndIndex(ben, id, 'cóndor andino');
    for (let n = 0; n < 30; n++) await sendMessage(ben, id, `vicuña ${n}`);
    const words = app.get(MessageIndexService);
    await Promise.all([words.follow(), words.follow(), words.follow()]);
    const once = await rows();
    expect(JSON.stringify(once)).toContain('vicuna');
    await app.db.query('update channel_words set up_to = 0');
    await waitForMessageIndex(app);
    expect(await rows()).toEqual(once);
    const alive = () =>
      app.db.query(
        `select message_id, words::text from message_words where words <> '' order by 1`,
      );
    const before = await alive();
    await words.rebuild();
    expect(await alive()).toEqual(before);
  });

  it('ignores an outdated text when the message changes during indexing', async () => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    const { id: messageId } = await sendMessage(ben, id, 'antes: coipo');
    const stems = app.get(StemmerService);
    const written = stems.written.bind(stems);
    const spy = jest.spyOn(stems, 'written').mockImplementation(async (words) => {
      if (words.includes('coipo'))
        await app.db.outside(() =>
          app.db.query(`update message set body = 'nada' where id = $1`, [messageId]),
        );
      return written(words);
    });
    await waitForMessageIndex(app);
    expect(spy).toHaveBeenCalled();
    spy.mockRestore();
    expect(await foundTexts(ada, 'coipo')).toEqual([]);
  });

  it('ignores an outdated version when a message was edited', async () => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    const [one] = await postAndIndex(ben, id, 'antes: yaguareté');
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: one!.id, body: 'ahora: tapir' } });
    const [row] = await app.db.query<{ version: number }>(
      'select version from message_words where message_id = $1',
      [one!.id],
    );
    await app.db.query('update channel_words set up_to = 0 where channel_id = $1', [id]);
    await waitForMessageIndex(app);
    const [after] = await app.db.query<{ version: number }>(
      'select version from message_words where message_id = $1',
      [one!.id],
    );
    expect(after).toEqual(row);
    expect(await foundTexts(ada, 'tapir')).toEqual(['ahora: tapir']);
    expect(await foundTexts(ada, 'yaguarete')).toEqual([]);
  });

  it('accepts a very long word, only punctuation, and thousands of words', async () => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    const endless = 'ñ'.repeat(3_900);
    const many = Array.from({ length: 1_300 }, (_, n) => `p${n}`)
      .join(' ')
      .slice(0, 3_999)
      .trimEnd();
    await postAndIndex(ben, id, endless, "'\\:*&|!()<->", many);
    expect(await foundTexts(ada, 'ñ'.repeat(150))).toEqual([endless]);
    expect(await foundTexts(ada, 'p700')).toEqual([many]);
  });
});

describe('rebuilding the search index of messages', () => {
  const words = (id: string) =>
    app.db.query(
      `select message_id, words::text from message_words where words <> '' and channel_id = $1 order by 1`,
      [id],
    );
  const index = () =>
    app.db.query(
      `select indisvalid from pg_index where indexrelid = to_regclass('message_words_found')`,
    );
  const isSomebodyWaiting = async () =>
    (await app.db.query('select from pg_locks where not granted')).length > 0;

  it('loses no entry of a concurrent update', async () => {
    const { ben, id } = await makeChannelWithMessage(app);
    await postAndIndex(ben, id, 'guanaco', 'huemul');
    const before = await words(id);
    let following: Promise<unknown> | undefined;
    const query = app.db.query.bind(app.db);
    const spy = jest.spyOn(app.db, 'query').mockImplementation(async (sql, values) => {
      const rows = await query(sql, values);
      if (sql !== 'delete from channel_words') return rows as never;
      let isDone = false;
      following = app.db.outside(() => waitForMessageIndex(app)).finally(() => (isDone = true));
      while (!isDone && !(await app.db.outside(isSomebodyWaiting))) await wait(5);
      return rows as never;
    });
    await app.get(MessageIndexService).rebuild();
    spy.mockRestore();
    expect(following).toBeDefined();
    await following;
    expect(before).toHaveLength(3);
    expect(await words(id)).toEqual(before);
    expect(await index()).toEqual([{ indisvalid: true }]);
  });

  it('does not clear the table while the index is being cleaned up', async () => {
    const file = async () => {
      const [row] = await app.db.query<{ file: string }>(
        `select pg_relation_filenode('message_words')::text as file`,
      );
      return row!.file;
    };
    const isAskedFor = `select from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and query like '%pg_try_advisory_lock%'`;
    const before = await file();
    const tidying = await app.db.connect();
    await tidying.query('select pg_advisory_lock($1)', [MESSAGE_INDEX_LOCK]);
    const rebuilt = app.get(MessageIndexService).rebuild();
    while ((await app.db.query(isAskedFor)).length === 0) await wait(5);
    expect(await file()).toBe(before);
    await tidying.end();
    await rebuilt;
    expect(await file()).not.toBe(before);
  });

  it('restores an index that a crash left missing or invalid', async () => {
    await app.db.query('drop index message_words_found');
    await app.get(MessageIndexService).rebuild();
    expect(await index()).toEqual([{ indisvalid: true }]);
    await app.db.query(
      `update pg_index set indisvalid = false where indexrelid = 'message_words_found'::regclass`,
    );
    await app.get(MessageIndexService).tidy();
    expect(await index()).toEqual([{ indisvalid: true }]);
  });
});

describe('a deleted text in the search index', () => {
  /** Returns whether the index file contains a word. */
  const holds = async (word: string): Promise<boolean> => {
    await app.db.query('checkpoint');
    const [row] = await app.db.query<{ at: number }>(
      `select position($1::bytea in pg_read_binary_file(pg_relation_filepath('message_words_found'))) as at`,
      [Buffer.from(word)],
    );
    return row!.at > 0;
  };

  it('is removed from the index file by the next morning, after an edit, a deletion or expiry', async () => {
    const { ben, id } = await makeChannelWithMessage(app);
    const service = app.get(MessageIndexService);
    await service.tidy();
    const takeAway = [
      (messageId: string) => apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId, body: 'otra' } }),
      (messageId: string) => apiAs(ben).ask(DELETE_MESSAGE, { id: messageId }),
      (messageId: string) => app.db.query('delete from message where id = $1', [messageId]),
    ];
    for (const take of takeAway) {
      const [one] = await postAndIndex(ben, id, 'carpincho canario');
      expect(await holds('carpincho')).toBe(true);
      await take(one!.id);
      expect(await service.tidy()).toBe(true);
      expect(await holds('carpincho')).toBe(false);
      expect(await service.tidy()).toBe(false);
    }
  });

  it('does not appear in the statistics of PostgreSQL', async () => {
    await app.db.query('analyze message_words');
    const about = `select attname from pg_stats where tablename = 'message_words'`;
    const names = (await app.db.query<{ attname: string }>(about)).map(({ attname }) => attname);
    expect(names).toContain('seq');
    expect(names).not.toContain('words');
  });
});
