import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { RemoteNotices } from './remote-notices.js';
import type { PgNotifyBus } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import { parseBusMessage } from './bus-messages.js';

describe('change notices for other nodes', () => {
  const said: [subject: string, accountIds: readonly string[] | undefined][] = [];
  /** For each of the next statements, a function that delays it or makes it fail. */
  let ways: (() => Promise<void>)[] = [];
  const line = {
    nodeId: 'here',
    isSure: true,
    say: async (take: () => readonly string[]) => {
      await ways.shift()?.();
      for (const text of take()) {
        const word = parseBusMessage(text);
        if (word?.kind === 'news') said.push([word.news.subject, word.to.accountIds]);
      }
    },
  };
  const db = { outside: (work: () => unknown) => work() };
  const listeners = new SocketRegistry();
  const abroad = new RemoteNotices(
    db as unknown as Database,
    line as unknown as PgNotifyBus,
    listeners,
    {
      redisUrl: 'redis://there',
    } as Config,
  );
  beforeEach(() => {
    said.length = 0;
    ways = [];
    line.isSure = true;
  });

  const tell = (subject: string, accountIds = ['ada', 'ben']) =>
    abroad.tell({ to: { accountIds }, news: { subject, id: 'one' }, since: listeners.ticket() });

  it('queued notices go out in one batch', async () => {
    for (const subject of ['channel', 'inbox']) tell(subject);
    await abroad.done();
    expect(said).toEqual([
      ['channel', ['ada', 'ben']],
      ['inbox', ['ada', 'ben']],
    ]);
  });

  it('a batch that waits for a connection skips accounts whose rights are revoked meanwhile, except for personal notices', async () => {
    const { promise: connection, resolve: connected } = Promise.withResolvers<void>();
    ways = [() => connection];
    for (const subject of ['channel', 'notice']) tell(subject);
    tell('inbox', ['ada']);
    await wait(20);
    listeners.outdateAnswers('ada');
    tell('group');
    connected();
    await abroad.done();
    expect(said).toEqual([
      ['channel', ['ben']],
      ['notice', ['ada', 'ben']],
      ['group', ['ada', 'ben']],
    ]);
  });

  it('a repeated batch filters its notices by current rights again', async () => {
    ways = [() => Promise.reject(new Error('no connection'))];
    tell('channel');
    await wait(20);
    listeners.outdateAnswers('ada');
    await abroad.done();
    expect(said).toEqual([['channel', ['ben']]]);
  });

  it('queued notices wait while this node may have missed a revocation', async () => {
    const { promise: connection, resolve: connected } = Promise.withResolvers<void>();
    ways = [() => connection];
    tell('channel');
    await wait(20);
    line.isSure = false;
    connected();
    await wait(300);
    expect(said).toEqual([]);
    listeners.outdateAnswers('ada');
    line.isSure = true;
    await abroad.done();
    expect(said).toEqual([['channel', ['ben']]]);
  });
});
