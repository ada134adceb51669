import { PgNotifyBus } from '#realtime/pg-notify-bus.js';
import { useApp } from '../support/app/app.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { pause, post, makeGroupChat } from './group-chat.js';

/** Longer than the interval between change notices of a channel. */
const TOLD_MS = 1_300;

/** The recipient of a notice must still have the right to the notice when the server sends it. */
describe('a member who is removed while change notices are queued', () => {
  const app = useApp();
  afterEach(() => {
    jest.restoreAllMocks();
    closeAllSockets();
  });

  /** Simulates an expired lease on every node. Returns a function that ends the simulation. */
  function lineIsSlow(): () => void {
    const spies = app.nodes.map((node) =>
      jest.spyOn(node.get(PgNotifyBus), 'isSure', 'get').mockReturnValue(false),
    );
    return () => spies.forEach((spy) => spy.mockRestore());
  }

  /** Delays the result of the query for the readers of a channel. Returns a function that releases the result. */
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
  ])(
    'receives nothing after the answer except the notice that the membership ended (%s)',
    async (_title, hold) => {
      const { ana, bea, ste, channel, remove } = await makeGroupChat(app);
      const [hers, his] = [await openSocket(ana), await openSocket(bea)];
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
    },
  );
});

const newsOf = (id: string, ear: TestSocket) =>
  ear.received('news').filter((news) => news.id === id);
