import { Line } from '#realtime/line.js';
import { useApp } from '../support/app/app.js';
import { type TestSocket, closeAllSockets, listen } from '../support/app/sockets.js';
import { pause, post, talk } from './talk.js';

/** Longer than news of a channel wait for more of it. */
const TOLD_MS = 1_300;

/** News are for whoever may hear of it when they go, though they were asked for earlier. */
describe('who is removed while news of the channel wait', () => {
  const app = useApp();
  afterEach(() => {
    jest.restoreAllMocks();
    closeAllSockets();
  });

  /** No node has heard from PostgreSQL just now; gives what ends that. */
  function lineIsSlow(): () => void {
    const spies = app.nodes.map((node) =>
      jest.spyOn(node.get(Line), 'isSure', 'get').mockReturnValue(false),
    );
    return () => spies.forEach((spy) => spy.mockRestore());
  }

  /** Who may read a channel is found, but the answer is long on its way; gives what lets it arrive. */
  function answersAreSlow(): () => void {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    for (const { db } of app.nodes) {
      const named = db.named.bind(db);
      jest.spyOn(db, 'named').mockImplementation(async (name, text, values) => {
        const rows = await named<never>(name, text, values);
        if (name === 'channel-readers') await arrived;
        return rows;
      });
    }
    return arrive;
  }

  it.each([
    ['for a slow line', lineIsSlow],
    ['for a slow answer', answersAreSlow],
  ])('%s hears nothing from the answer on but that they are out', async (_title, hold) => {
    const { ana, bea, ste, channel, remove } = await talk(app);
    const [hers, his] = [await listen(ana), await listen(bea)];
    const release = hold();
    await post(bea, channel, 'canary');
    await pause(TOLD_MS);
    await remove(ste);
    const before = hers.frames.length;
    release();
    await his.until('news', ({ subject, id }) => subject === 'channel' && id === channel);
    await pause(TOLD_MS);
    expect(newsOf(channel, his).length).toBeGreaterThan(0);
    const heard = hers.frames.slice(before).filter(({ body }) => body.subject !== 'left');
    expect(heard).toEqual([]);
    expect(newsOf(channel, hers)).toEqual([]);
    expect(hers.socket.connected).toBe(true);
  });
});

const newsOf = (id: string, ear: TestSocket) => ear.heard('news').filter((news) => news.id === id);
