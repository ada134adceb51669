import fc from 'fast-check';
import { importModuleInTab } from '../../../test/import-module-in-tab';
import type { SendOutcome, SendQueueItem } from './send-queue';

const { SendQueue } = await importModuleInTab(() => import('./send-queue'));

const RUNS = Number(process.env['TRAMA_RUNS'] ?? 1);
const REFUSED: SendOutcome = { refused: { code: 'INVALID', reason: 'blank', fields: {} } };
const AGAIN_MS = 15_000;
const LONGEST_MS = 240_000;

interface Letter extends SendQueueItem {
  readonly lane: string;
  readonly text: string;
}

const removed: string[] = [];
const queue = new SendQueue<Letter>('outbox', {
  laneOf: ({ lane }) => lane,
  onGone: async ({ text }) => void removed.push(text),
});
const add = (lane: string, text: string) => queue.add({ lane, text });
const statesOf = () => queue.all().map(({ text, state }) => [text, state]);

/** Lets pending promises resolve; timers are fake. */
const { setImmediate } = globalThis;
const settle = () => new Promise<void>((done) => setImmediate(done));

/** A sender whose requests stay open until the test answers them. */
function sender() {
  const started: string[] = [];
  const open = new Map<string, (outcome: SendOutcome) => void>();
  const stop = queue.sendWith(({ text }) => {
    started.push(text);
    return new Promise((done) => open.set(text, done));
  });
  const answer = async (text: string, outcome: SendOutcome) => {
    open.get(text)!(outcome);
    open.delete(text);
    await settle();
  };
  return { started, open, stop, answer };
}

let stop = () => {};
/** Sends with the outcome given for each text, else `sent`. Returns the texts in the order of sending. */
function sendBy(outcomes: Readonly<Record<string, SendOutcome>> = {}): string[] {
  const started: string[] = [];
  stop = queue.sendWith(async ({ text }) => {
    started.push(text);
    return outcomes[text] ?? 'sent';
  });
  return started;
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(0.5); // no jitter
});
afterEach(async () => {
  stop();
  await settle();
  for (const one of queue.all()) await queue.remove(one);
  removed.length = 0;
  jest.useRealTimers();
});

describe('send queue', () => {
  it('sends items in the order in which they were added, and is empty afterwards', async () => {
    for (const text of ['1', '2', '3']) await add('a', text);
    const started = sendBy();
    await settle();
    expect(started).toEqual(['1', '2', '3']);
    expect(queue.all()).toEqual([]);
    expect(removed).toEqual(['1', '2', '3']);
  });

  it('waits for the response before it sends the next item of a lane, but not for other lanes', async () => {
    const { started, answer, stop } = sender();
    await add('a', 'a1');
    await add('a', 'a2');
    await add('b', 'b1');
    await settle();
    expect(started).toEqual(['a1', 'b1']);
    await answer('b1', 'sent');
    await answer('a1', 'sent');
    expect(started).toEqual(['a1', 'b1', 'a2']);
    await answer('a2', 'sent');
    stop();
  });

  it('marks a refused item with its problem and sends the next one', async () => {
    await add('a', 'bad');
    await add('a', 'good');
    const started = sendBy({ bad: REFUSED });
    await settle();
    expect(started).toEqual(['bad', 'good']);
    expect(queue.all()).toMatchObject([
      { text: 'bad', state: 'failed', problem: { code: 'INVALID', reason: 'blank' } },
    ]);
  });

  it('stops a lane after a request without a response and retries it after fifteen seconds', async () => {
    await add('a', '1');
    await add('a', '2');
    const started = sendBy({ 1: 'waits' });
    await settle();
    expect([started, statesOf()]).toEqual([
      ['1'],
      [
        ['1', 'queued'],
        ['2', 'queued'],
      ],
    ]);
    stop();
    const again = sendBy({ 1: 'waits' });
    await settle();
    await jest.advanceTimersByTimeAsync(AGAIN_MS - 1);
    expect(again).toEqual(['1']);
    await jest.advanceTimersByTimeAsync(1);
    expect(again.slice(1)).toContain('1');
    expect(again).not.toContain('2');
  });

  it('retries all lanes without a response together, and doubles the delay each time, up to four minutes', async () => {
    for (const lane of ['a', 'b', 'c']) await add(lane, lane);
    const started = sendBy({ a: 'waits', b: 'waits', c: 'waits' });
    await settle();
    started.length = 0;
    for (const factor of [1, 2, 4, 8, 16, 16]) {
      await jest.advanceTimersByTimeAsync(factor * AGAIN_MS - 1);
      expect(started.splice(0)).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(started.splice(0)).toEqual(['a', 'b', 'c']);
    }
  });

  it('adds a random delay to each retry', async () => {
    await add('a', '1');
    jest.spyOn(Math, 'random').mockReturnValue(0.1);
    const started = sendBy({ 1: 'waits' });
    await settle();
    await jest.advanceTimersByTimeAsync(0.6 * AGAIN_MS);
    expect(started).toEqual(['1', '1']);
  });

  it('retries an item without a response when `wake` is called', async () => {
    await add('a', '1');
    const outcomes: Record<string, SendOutcome> = { 1: 'waits' };
    const started = sendBy(outcomes);
    await settle();
    outcomes['1'] = 'sent';
    queue.wake();
    await settle();
    expect([started, queue.all()]).toEqual([['1', '1'], []]);
  });

  it('retries an item whose sender threw an error', async () => {
    await add('a', '1');
    let isBroken = true;
    stop = queue.sendWith(async () => {
      if (isBroken) throw new Error('broken');
      return 'sent';
    });
    await settle();
    expect(statesOf()).toEqual([['1', 'queued']]);
    isBroken = false;
    await jest.advanceTimersByTimeAsync(AGAIN_MS);
    expect(queue.all()).toEqual([]);
  });

  it('retries a refused item only when `retryAll` is called', async () => {
    await add('a', '1');
    const started = sendBy({ 1: REFUSED });
    await settle();
    queue.wake();
    await settle();
    expect(started).toEqual(['1']);
    queue.retryAll();
    await settle();
    expect(started).toEqual(['1', '1']);
  });

  it('never sends an item without an owner', async () => {
    await queue.note(await add('a', '1'), { isOwnerless: true });
    const started = sendBy();
    queue.retryAll();
    await settle();
    expect(started).toEqual([]);
  });

  it('sends nothing without a sender', async () => {
    const started = sendBy();
    await settle();
    stop();
    await add('a', '1');
    queue.wake();
    await settle();
    expect([started, statesOf()]).toEqual([[], [['1', 'queued']]]);
  });

  it('does not send an item that was removed while it waited', async () => {
    const { started, answer, stop } = sender();
    await add('a', '1');
    const second = await add('a', '2');
    await settle();
    await queue.remove(second);
    await answer('1', 'sent');
    expect([started, queue.all()]).toEqual([['1'], []]);
    stop();
  });

  it('does not restore an item that was removed while its request was open', async () => {
    const { answer, stop } = sender();
    const only = await add('a', '1');
    await settle();
    await queue.remove(only);
    await answer('1', 'waits');
    expect([queue.all(), queue.isWaiting(only)]).toEqual([[], false]);
    stop();
  });

  it('passes the latest state of a removed item to `onGone`', async () => {
    const only = await add('a', 'old');
    await queue.note(only, { text: 'new' });
    expect(queue.current(only)).toMatchObject({ text: 'new', state: 'queued' });
    await queue.remove(only);
    expect(removed).toEqual(['new']);
    expect(queue.current(only)).toBe(only);
  });

  it('marks an item as fragile when the device cannot store it', async () => {
    await add('a', '1');
    expect(queue.all()).toMatchObject([{ text: '1', isFragile: true }]);
  });

  it('calls a listener on every change until it unsubscribes', async () => {
    const seen: number[] = [];
    const stop = queue.subscribe(() => seen.push(queue.all().length));
    const only = await add('a', '1');
    expect(seen.at(-1)).toBe(1);
    await queue.remove(only);
    expect(seen.at(-1)).toBe(0);
    stop();
    const before = seen.length;
    await add('a', '2');
    expect(seen).toHaveLength(before);
  });

  it('does not count an item as waiting while it is being removed', async () => {
    const only = await add('a', '1');
    const removal = queue.remove(only);
    expect([queue.isWaiting(only), queue.all().length]).toEqual([false, 1]);
    await removal;
  });
});

describe('send queue in two tabs', () => {
  const tab = new BroadcastChannel('trama');
  const received: unknown[] = [];
  tab.addEventListener('message', ({ data }) => received.push(data));
  afterAll(() => tab.close());

  /** Waits for a message between the tabs. */
  async function until(isDone: () => boolean): Promise<void> {
    for (let round = 0; round < 1_000 && !isDone(); round += 1) await settle();
  }

  it('drops an item that the other tab removed from the same queue', async () => {
    const first = await add('a', '1');
    const second = await add('a', '2');
    tab.postMessage(`forms ${second.clientId}`);
    tab.postMessage(`outbox ${first.clientId}`);
    await until(() => queue.all().length < 2);
    expect(statesOf()).toEqual([['2', 'queued']]);
  });

  it('notifies the other tab of a removal', async () => {
    const only = await add('a', '1');
    await queue.remove(only);
    await until(() => received.includes(`outbox ${only.clientId}`));
    expect(received).toContain(`outbox ${only.clientId}`);
  });
});

type Step =
  | { readonly kind: 'add' | 'answer'; readonly lane: string; readonly outcome: SendOutcome }
  | { readonly kind: 'remove'; readonly pick: number }
  | { readonly kind: 'wake' | 'retry' | 'later' };

const LANES = ['a', 'b', 'c'];
const ROUNDS = 40;
const inLane = {
  lane: fc.constantFrom(...LANES),
  outcome: fc.constantFrom<SendOutcome[]>('sent', 'sent', 'waits', REFUSED),
};
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), ...inLane }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), ...inLane }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('wake' as const, 'retry', 'later') }),
  },
);

/** A sender that waits for answers and records what it sent, and which items the queue sent out of order. */
class Line {
  readonly sent: string[] = [];
  readonly outOfTurn: string[] = [];
  private readonly open = new Map<string, (outcome: SendOutcome) => void>();
  readonly stop = queue.sendWith((letter) => this.send(letter));

  answer(lane: string, outcome: SendOutcome): void {
    this.open.get(lane)?.(outcome);
  }

  private async send({ lane, text }: Letter): Promise<SendOutcome> {
    const first = queue.all().find((one) => one.lane === lane && one.state !== 'failed');
    if (this.open.has(lane) || first?.text !== text) this.outOfTurn.push(text);
    const outcome = await new Promise<SendOutcome>((done) => this.open.set(lane, done));
    this.open.delete(lane);
    if (outcome === 'sent') this.sent.push(text);
    return outcome;
  }
}

/** Lane names of each run are unique: a request that a failed run left open would block the next run. */
let run = 0;
const laneOf = (lane: string) => `${lane} of run ${run}`;

async function take(one: Step, line: Line, text: string): Promise<void> {
  if (one.kind === 'add') await add(laneOf(one.lane), text);
  else if (one.kind === 'answer') line.answer(laneOf(one.lane), one.outcome);
  else if (one.kind === 'wake') queue.wake();
  else if (one.kind === 'retry') queue.retryAll();
  else if (one.kind === 'later') await jest.advanceTimersByTimeAsync(LONGEST_MS);
  else if (one.kind === 'remove') {
    const all = queue.all();
    if (all.length > 0) await queue.remove(all[one.pick % all.length]!);
  }
  await settle();
}

describe('send queue under any order of events', () => {
  it('sends one item per lane at a time, always the oldest item, and each item once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        run += 1;
        for (const left of queue.all()) await queue.remove(left);
        removed.length = 0;
        const line = new Line();
        for (const [at, one] of steps.entries()) await take(one, line, `${at}`);
        for (let round = 0; round < ROUNDS && queue.all().length > 0; round += 1) {
          queue.retryAll();
          await settle();
          for (const lane of LANES) line.answer(laneOf(lane), 'sent');
          await settle();
        }
        line.stop();
        const added = steps.flatMap(({ kind }, at) => (kind === 'add' ? [`${at}`] : []));
        expect(line.outOfTurn).toEqual([]);
        expect(queue.all()).toEqual([]);
        expect(new Set(line.sent).size).toBe(line.sent.length);
        expect(new Set(removed)).toEqual(new Set(added));
      }),
      { numRuns: 200 * RUNS },
    );
  });

  it('keeps the order of a lane when requests get no response', async () => {
    const outcome = fc.constantFrom<SendOutcome[]>('sent', 'waits');
    const lanes = fc.array(fc.constantFrom(...LANES), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lanes, fc.array(outcome, { maxLength: 20 }), async (added, outcomes) => {
        run += 1;
        const sent: string[] = [];
        const answers = [...outcomes];
        const stop = queue.sendWith(async ({ text }) => {
          const answer = answers.shift() ?? 'sent';
          if (answer === 'sent') sent.push(text);
          return answer;
        });
        const texts = added.map((lane, at) => `${lane} ${at}`);
        for (const text of texts) await add(laneOf(text[0]!), text);
        for (let round = 0; round < ROUNDS && queue.all().length > 0; round += 1)
          await jest.advanceTimersByTimeAsync(LONGEST_MS);
        stop();
        for (const lane of LANES) {
          const inLane = (text: string) => text.startsWith(lane);
          expect(sent.filter(inLane)).toEqual(texts.filter(inLane));
        }
      }),
      { numRuns: 50 * RUNS },
    );
  });
});
