import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { SET_PERSONA } from '../../support/factories/group-documents.js';
import {
  closeTopic,
  REOPEN_TOPIC,
  makeChannelWithTopic,
  START_TOPIC,
} from '../../support/messages/topics.js';

const app = useApp();

describe('starting a topic', () => {
  it('is rejected beyond two hundred open topics, and closing one makes room', async () => {
    const { ada, id, topicId } = await makeChannelWithTopic(app);
    await app.db.query(
      `insert into topic (channel_id, name) select $1, 'Tema ' || n from generate_series(2, 200) n`,
      [id],
    );
    const start = (name: string) =>
      apiAs(ada).code(START_TOPIC, { input: { channelId: id, name } });
    expect(await start('Uno más')).toBe('CONFLICT');
    await closeTopic(ada, topicId);
    expect(await start('Uno más')).toBe('OK');
    expect(await apiAs(ada).code(REOPEN_TOPIC, { id: topicId })).toBe('CONFLICT');
  });

  it('is limited to twenty per member and day, open or closed', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const start = (who: typeof ada) =>
      apiAs(who).code(START_TOPIC, { input: { channelId: id, name: 'Uno más' } });
    await app.db.query(
      `insert into topic (channel_id, name, membership_id, created_at, closed_at)
       select channel_id, 'Tema ' || n, membership_id, created_at, now() from topic, generate_series(2, 19) n where id = $1`,
      [topicId],
    );
    expect([await start(ada), await start(ada), await start(ben)]).toEqual([
      ...['OK', 'TOO_MANY', 'OK'],
    ]);
    const [membership] = await app.db.query<{ id: string }>(
      'select membership_id as id from topic where id = $1',
      [topicId],
    );
    await apiAs(ada).ask(SET_PERSONA, { input: { membershipId: membership!.id, name: 'Marea' } });
    expect(await start(ada)).toBe('TOO_MANY');
    await app.db.query(`update topic set created_at = created_at - interval '1 day'`);
    expect(await start(ada)).toBe('OK');
  });
});
