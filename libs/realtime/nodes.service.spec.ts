import { setTimeout as wait } from 'node:timers/promises';
import { Revocations } from '#members/revocations.js';
import { LEASE_MS, type Line } from './line.js';
import { Listeners } from './listeners.js';
import { Nodes } from './nodes.service.js';
import type { Watching } from './watching.js';
import { parse, type Word } from './words.js';

const NOTICE = { kind: 'rights', accountId: 'ana' } as const;

/** Who asks, with one other node. */
describe('a notice for the other nodes', () => {
  const said: Word[] = [];
  let how: () => Promise<void>;
  const line = {
    nodeId: 'here',
    sayFirst: async (text: string) => {
      await how();
      said.push(parse(text)!);
    },
    others: async () => ['there'],
  };
  const watching = { recheck: async () => undefined };
  const nodes = new Nodes(
    line as unknown as Line,
    new Listeners(),
    watching as unknown as Watching,
    new Revocations(),
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
  /** What became of it, when that is known. */
  const outcomeOf = (carried: Promise<void>) => {
    const outcome: { is?: 'done' | 'failed' } = {};
    carried.then(
      () => (outcome.is = 'done'),
      () => (outcome.is = 'failed'),
    );
    return outcome;
  };

  it('is over when that one has acted', async () => {
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(20);
    expect(outcome.is).toBeUndefined();
    answer();
    await wait(0);
    expect(outcome.is).toBe('done');
  });

  it('is over after the lease where that one does not answer, which begins when it is said', async () => {
    const { promise: connection, resolve: connected } = Promise.withResolvers<void>();
    how = () => connection;
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(1_200);
    expect([said.length, outcome.is]).toEqual([0, undefined]);
    connected();
    await wait(LEASE_MS / 2);
    expect(outcome.is).toBeUndefined();
    await wait(LEASE_MS);
    expect(outcome.is).toBe('done');
    answer();
  });

  it('is said again where that fails or hangs, and nobody is answered before', async () => {
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

  it('fails where it cannot be said at all', async () => {
    how = () => Promise.reject(new Error('cut'));
    const outcome = outcomeOf(nodes.carry(NOTICE));
    await wait(100);
    expect(outcome.is).toBeUndefined();
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 60_000);
    await wait(600);
    expect(outcome.is).toBe('failed');
  });

  it('holds no more ids than fit, whatever it is about', async () => {
    const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
    const file = { kind: 'file', subject: 'application', id: 'one', accountIds: ids } as const;
    const ended = { kind: 'sessions', accountId: 'ana', reason: 'over', sessionIds: ids } as const;
    await Promise.all([nodes.carry(file), nodes.carry(ended)]);
    expect(said.length).toBe(6);
    expect(Math.max(...said.map((word) => JSON.stringify(word).length))).toBeLessThan(8_000);
  });
});
