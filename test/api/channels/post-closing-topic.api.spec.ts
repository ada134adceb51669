import { randomUUID } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { sendFile } from '../../support/app/upload-files.js';
import { greenPicture } from '../../support/app/test-pictures.js';
import {
  pauseUnref,
  tryToPostMessage,
  type SentMessage,
  numbersUpTo,
  waitForBlockedWrite,
} from '../../support/messages/post-messages.js';
import {
  CLOSE_TOPIC,
  closeTopic,
  REOPEN_TOPIC,
  makeChannelWithTopic,
  startTopic,
} from '../../support/messages/topics.js';

const app = useApp();

/** Runs `work` while another transaction closes the topic; it commits afterwards. */
async function whileClosing(topicId: string, work: () => Promise<void>) {
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('update topic set closed_at = now() where id = $1', [topicId]);
  await work();
  await client.query('commit');
  await client.end();
}
const saidIn = async (topicId: string): Promise<string[]> =>
  (
    await app.db.query<{ body: string }>(
      'select body from message where topic_id = $1 order by seq',
      [topicId],
    )
  ).map(({ body }) => body);

it('a message is not written to a topic that closes while it waits, and other topics stay writable', async () => {
  const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
  const openId = (await startTopic(ada, id, 'Cables')).id as string;
  let answer: Promise<SentMessage | string> | undefined;
  await whileClosing(topicId, async () => {
    answer = tryToPostMessage(ben, id, randomUUID(), 'canary', { topicId });
    expect(await Promise.race([answer, pauseUnref(300)])).toBeUndefined();
  });
  expect(await answer).toBe('FORBIDDEN');
  expect(await saidIn(topicId)).toEqual([]);
  expect(
    await tryToPostMessage(ben, id, randomUUID(), 'Otro tema', { topicId: openId }),
  ).toMatchObject({
    seq: 1,
  });
  await apiAs(ada).ask(REOPEN_TOPIC, { id: topicId });
  expect(await tryToPostMessage(ben, id, randomUUID(), 'De nuevo', { topicId })).toMatchObject({
    seq: 2,
  });
});

it('closing a topic answers only after all pending messages of the topic are written', async () => {
  const { ste, ada, ben, id, topicId } = await makeChannelWithTopic(app);
  const photo = { name: 'torre.jpg', type: 'image/jpeg' };
  const file = await sendFile(ben, await greenPicture().jpeg().toBuffer(), photo);
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('select from attachment where id = $1 for update', [file.id]);
  const answer = tryToPostMessage(ben, id, randomUUID(), 'A tiempo', {
    topicId,
    attachmentIds: [file.id],
  });
  await waitForBlockedWrite(app);
  const closing = [ada, ste].map((who) => apiAs(who).code(CLOSE_TOPIC, { id: topicId }));
  expect(await Promise.race([...closing, pauseUnref(300)])).toBeUndefined();
  await client.query('commit');
  await client.end();
  expect(await answer).toMatchObject({ seq: 1 });
  expect((await Promise.all(closing)).toSorted()).toEqual(['FORBIDDEN', 'OK']); // either of the two requests may succeed
  expect(await tryToPostMessage(ben, id, randomUUID(), 'Tarde', { topicId })).toBe('FORBIDDEN');
  expect(await saidIn(topicId)).toEqual(['A tiempo']);
});

it('no message enters a topic after the request to close it was answered, even with concurrent posts', async () => {
  const { ada, ben, id } = await makeChannelWithTopic(app);
  for (const round of numbersUpTo(12)) {
    const topicId = (await startTopic(ada, id, `Tema ${round}`)).id as string;
    const sent = numbersUpTo(24).map((at) =>
      tryToPostMessage(ben, id, randomUUID(), `${at}`, { topicId }),
    );
    await pauseUnref(3 * round);
    await closeTopic(ada, topicId);
    const before = await saidIn(topicId);
    const answers = await Promise.all(sent);
    expect(await saidIn(topicId)).toEqual(before);
    const written = answers.filter((one) => typeof one === 'object');
    expect(written.map(({ body }) => body).toSorted()).toEqual(before.toSorted());
    expect(new Set(answers.filter((one) => typeof one === 'string'))).not.toContain('NOT_FOUND');
  }
});

it('an author who cannot read the channel does not wait for the lock of its topic', async () => {
  const { topicId } = await makeChannelWithTopic(app);
  const { ada: eve, id } = await makeChannelWithTopic(app);
  await whileClosing(topicId, async () => {
    for (const more of [{}, { attachmentIds: [randomUUID()] }]) {
      const answer = tryToPostMessage(eve, id, randomUUID(), 'canary', { topicId, ...more });
      expect(await Promise.race([answer, pauseUnref(3_000)])).toBe('NOT_FOUND');
    }
  });
});
