import { WordsOfMessages } from '#channels/words-of-messages.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { as } from '../support/client.js';
import { EDIT, post, setting } from '../support/message-acts.js';
import { followed, saidTo, texts } from '../support/searching.js';
import { settled } from '../support/settled.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('what messages are found by', () => {
  const rows = () =>
    app.db.query('select message_id, version, words::text from message_words order by message_id');

  it('follows posting by itself', async () => {
    const { ada, ben, id } = await setting(app);
    await post(ben, id, 'murciélago');
    const until = performance.now() + 20_000;
    while ((await texts(ada, 'murcielago')).length === 0 && performance.now() < until)
      await settled(app);
    expect(await texts(ada, 'murcielago')).toEqual(['murciélago']);
  });

  it('is the same when two look at once, when one looks again, and when it is made anew', async () => {
    const { ben, id } = await setting(app);
    await saidTo(ben, id, 'cóndor andino');
    for (let n = 0; n < 30; n++) await post(ben, id, `vicuña ${n}`);
    const words = app.get(WordsOfMessages);
    await Promise.all([words.follow(), words.follow(), words.follow()]);
    const once = await rows();
    expect(JSON.stringify(once)).toContain('vicuna');
    await app.db.query('update channel_words set up_to = 0');
    await followed(app);
    expect(await rows()).toEqual(once);
    const alive = () =>
      app.db.query(
        `select message_id, words::text from message_words where words <> '' order by 1`,
      );
    const before = await alive();
    await words.rebuild();
    expect(await alive()).toEqual(before);
  });

  it('comes too late with what a message said before', async () => {
    const { ben, ada, id } = await setting(app);
    const [one] = await saidTo(ben, id, 'antes: yaguareté');
    await as(ben).ask(EDIT, { input: { messageId: one!.id, body: 'ahora: tapir' } });
    const [row] = await app.db.query<{ version: number }>(
      'select version from message_words where message_id = $1',
      [one!.id],
    );
    await app.db.query('update channel_words set up_to = 0 where channel_id = $1', [id]);
    await followed(app);
    const [after] = await app.db.query<{ version: number }>(
      'select version from message_words where message_id = $1',
      [one!.id],
    );
    expect(after).toEqual(row);
    expect(await texts(ada, 'tapir')).toEqual(['ahora: tapir']);
    expect(await texts(ada, 'yaguarete')).toEqual([]);
  });

  it('takes a text of one endless word, of nothing but signs, and of thousands of words', async () => {
    const { ben, ada, id } = await setting(app);
    const endless = 'ñ'.repeat(3_900);
    const many = Array.from({ length: 1_300 }, (_, n) => `p${n}`)
      .join(' ')
      .slice(0, 3_999)
      .trimEnd();
    await saidTo(ben, id, endless, "'\\:*&|!()<->", many);
    expect(await texts(ada, 'ñ'.repeat(150))).toEqual([endless]);
    expect(await texts(ada, 'p700')).toEqual([many]);
  });
});
