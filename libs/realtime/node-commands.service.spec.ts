import { setTimeout as wait } from 'node:timers/promises';
import { AccessRevocations } from '#members/access-revocations.js';
import { BUS_LEASE_MS, type PgNotifyBus } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import { NodeCommandsService } from './node-commands.service.js';
import type { RoomSubscriptions } from './room-subscriptions.js';
import { parseBusMessage, type BusMessage } from './bus-messages.js';

const NOTICE = { kind: 'rights', accountId: 'ana' } as const;

/** In these tests, this node sends to one other node. */
describe('a revocation sent to the other nodes', () => {
  const said: BusMessage[] = [];
  let how: () => Promise<void>;
  const line = {
    nodeId: 'here',
    sayFirst: async (text: string) => {
      await how();
      said.push(parseBusMessage(text)!);
    },
    others: async () => ['there'],
  };
  const watching = { recheck: async () => undefined };
  const nodes = new NodeCommandsService(
    line as unknown as PgNotifyBus,
    new SocketRegistry(),
    watching as unknown as RoomSubscriptions,
    new AccessRevocations(),
  );
  beforeEach(() => {
    said.length = 0;
    how = async () => undefined;
  });
  afterEach(() => jest.restoreAllMocks());

  const answer = () => {
    const { id } = said.at(-1) as { id: string };
    nodes.hear({ kind: 'done', id, from: 'there', to: 'here' });
  };
  /** The state of the revocation: `is` is undefined until the promise settles. */
  const outcomeOf = (carried: Promise<void>) => {
    const outcome: { is?: 'done' | 'failed' } = {};
    carried.then(
      () => (outcome.is = 'done'),
      () => (outcome.is = 'failed'),
    );
    return outcome;
  };

  it('a revocation resolves when the other node has confirmed it', async () => {
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(20);
    expect(outcome.is).toBeUndefined();
    answer();
    await wait(0);
    expect(outcome.is).toBe('done');
  });

  it('if the other node does not answer, a revocation resolves when the lease, counted from the sending, is over', async () => {
    const { promise: connection, resolve: connected } = Promise.withResolvers<void>();
    how = () => connection;
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(1_200);
    expect([said.length, outcome.is]).toEqual([0, undefined]);
    connected();
    await wait(BUS_LEASE_MS / 2);
    expect(outcome.is).toBeUndefined();
    await wait(BUS_LEASE_MS);
    expect(outcome.is).toBe('done');
    answer();
  });

  it('a revocation is sent again if sending fails or hangs, and resolves only after a successful sending', async () => {
    const ways = [() => Promise.reject(new Error('cut')), () => new Promise<void>(() => undefined)];
    how = () => ways.shift()?.() ?? Promise.resolve();
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(1_200);
    expect([said.length, outcome.is]).toEqual([0, undefined]);
    await wait(600);
    answer();
    await wait(0);
    expect([said.length, outcome.is]).toEqual([1, 'done']);
  });

  it('a revocation that can never be sent rejects', async () => {
    how = () => Promise.reject(new Error('cut'));
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(100);
    expect(outcome.is).toBeUndefined();
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 60_000);
    await wait(600);
    expect(outcome.is).toBe('failed');
  });

  it('a revocation is split so that each message fits into a NOTIFY payload', async () => {
    const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
    const file = { kind: 'file', subject: 'application', id: 'one', accountIds: ids } as const;
    const ended = { kind: 'sessions', accountId: 'ana', reason: 'over', sessionIds: ids } as const;
    await Promise.all([nodes.carry(file), nodes.carry(ended)]);
    expect(said.length).toBe(6);
    expect(Math.max(...said.map((word) => JSON.stringify(word).length))).toBeLessThan(8_000);
  });
});
