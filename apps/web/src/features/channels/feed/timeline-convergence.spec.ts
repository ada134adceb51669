import fc from 'fast-check';
import {
  hasGap,
  type MessagePage,
  type NumberedMessage,
  type Timeline,
  withChanges,
  withEarlierPage,
  withMessage,
  restartedFrom,
} from './timeline';

const RUNS = Number(process.env['TRAMA_RUNS'] ?? 1);
const HISTORY_PAGE = 2;
const CHANGES_PAGE = 5;
const TOPIC = 'water';

/** Model of a channel on the server: each change takes the next number. */
class Server {
  /** The message after each change; change n is at index n - 1. */
  readonly log: NumberedMessage[] = [];
  /** The viewer reads only messages with a higher number. */
  joined = 0;

  post(topicId: string | null): void {
    const seq = this.log.length + 1;
    this.log.push({ id: `m${seq}`, seq, version: seq, topicId });
  }

  change(pick: number): void {
    const all = this.messages();
    if (all.length > 0) this.log.push({ ...all[pick % all.length]!, version: this.log.length + 1 });
  }

  /** Messages in channel order, as they were after the first `upTo` changes. */
  messages(upTo = this.log.length): NumberedMessage[] {
    const latest = new Map(this.log.slice(0, upTo).map((message) => [message.id, message]));
    return [...latest.values()].sort((a, b) => a.seq - b.seq);
  }

  history(topicId: string | null, before = Infinity): MessagePage<NumberedMessage> {
    const found = this.messages().filter(
      (one) => one.topicId === topicId && one.seq > this.joined && one.seq < before,
    );
    const items = found.slice(-HISTORY_PAGE);
    return this.page(items, items.length < found.length, this.log.length);
  }

  changes(after: number): MessagePage<NumberedMessage> {
    const found = this.messages()
      .filter(({ seq, version }) => seq > this.joined && version > after)
      .sort((a, b) => a.version - b.version);
    const items = found.slice(0, CHANGES_PAGE);
    const hasMore = items.length < found.length;
    return this.page(items, hasMore, hasMore ? items.at(-1)!.version : this.log.length);
  }

  private page(
    items: readonly NumberedMessage[],
    hasMore: boolean,
    upTo: number,
  ): MessagePage<NumberedMessage> {
    return { items, hasMore, upTo, from: this.joined };
  }
}

type Answer =
  | { readonly start: MessagePage<NumberedMessage> }
  | { readonly changes: MessagePage<NumberedMessage> };

/** Model of a client that shows one feed. At most one catch-up and one earlier page are in flight. */
class Client {
  timeline: Timeline<NumberedMessage> | undefined;
  private answer: Answer | undefined;
  private earlier:
    { readonly before: number; readonly page: MessagePage<NumberedMessage> } | undefined;

  constructor(
    private readonly server: Server,
    private readonly topicId: string | null,
  ) {}

  receiveFrame(message: NumberedMessage): void {
    if (this.timeline) this.timeline = withMessage(this.timeline, message);
  }

  /** The server reads now; the response arrives later. */
  ask(): void {
    if (this.answer) return;
    const changes = this.timeline && this.server.changes(this.timeline.upTo);
    this.answer =
      changes && !changes.hasMore ? { changes } : { start: this.server.history(this.topicId) };
  }

  receiveAnswer(): void {
    const { answer, timeline } = this;
    this.answer = undefined;
    if (!answer) return;
    if ('start' in answer) this.timeline = restartedFrom(timeline, answer.start, this.topicId);
    else if (timeline) this.timeline = withChanges(timeline, answer.changes);
  }

  askEarlier(): void {
    const before = this.timeline?.messages[0]?.seq;
    if (this.earlier || before === undefined) return;
    this.earlier = { before, page: this.server.history(this.topicId, before) };
  }

  receiveEarlier(): void {
    const { earlier, timeline } = this;
    this.earlier = undefined;
    if (!earlier || !timeline || timeline.messages[0]?.seq !== earlier.before) return;
    this.timeline = withEarlierPage(timeline, earlier.page);
  }

  /** Delivers the responses in flight, then asks until nothing is missing, at most 100 times. */
  finish(): void {
    this.receiveEarlier();
    this.receiveAnswer();
    for (let round = 0; round === 0 || (round < 100 && !this.isWhole()); round += 1) {
      this.ask();
      this.receiveAnswer();
      this.askEarlier();
      this.receiveEarlier();
    }
  }

  private isWhole(): boolean {
    const { upTo, hasMore } = this.timeline ?? { upTo: -1, hasMore: true };
    return upTo === this.server.log.length && !hasMore;
  }
}

const pick = fc.nat({ max: 60 });
/** Most frames arrive immediately; the others are lost or delayed. */
const isDelivered = fc.constantFrom(true, true, true, false);
const posted = fc.record({
  kind: fc.constant('post' as const),
  topicId: fc.constantFrom(null, null, TOPIC),
  isDelivered,
});
const changed = fc.record({ kind: fc.constant('change' as const), pick, isDelivered });
const delayed = fc.record({ kind: fc.constant('frame' as const), pick });
const requested = fc.record({
  kind: fc.constantFrom('ask' as const, 'receiveAnswer', 'askEarlier', 'receiveEarlier'),
});
const rejoined = fc.record({ kind: fc.constant('rejoin' as const) });
const step = fc.oneof(
  { weight: 15, arbitrary: posted },
  { weight: 15, arbitrary: changed },
  { weight: 15, arbitrary: delayed },
  { weight: 60, arbitrary: requested },
  { weight: 1, arbitrary: rejoined },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function play(one: Step, server: Server, client: Client): void {
  if (one.kind === 'post') server.post(one.topicId);
  else if (one.kind === 'change') server.change(one.pick);
  else if (one.kind === 'rejoin') server.joined = server.log.length;
  else if (one.kind === 'frame') {
    const { log } = server;
    if (log.length > 0) client.receiveFrame(log[one.pick % log.length]!);
  } else client[one.kind]();
  const last = server.log.at(-1);
  if ('isDelivered' in one && one.isDelivered && last) client.receiveFrame(last);
}

/** Messages that the timeline lacks or shows in an older version than its `upTo` promises. */
function outdated(timeline: Timeline<NumberedMessage>, server: Server): NumberedMessage[] {
  const { topicId, from, upTo, hasMore, messages } = timeline;
  const first = hasMore ? (messages[0]?.seq ?? Infinity) : 0;
  const shown = new Map(messages.map(({ id, version }) => [id, version]));
  return server
    .messages(upTo)
    .filter((one) => one.topicId === topicId && one.seq > from && one.seq >= first)
    .filter(({ id, version }) => (shown.get(id) ?? 0) < version);
}

/** Generates a channel with messages, a client that opens one feed, and a sequence of steps. */
const worlds = fc.record({
  topicId: fc.constantFrom(null, TOPIC),
  before: fc.array(posted, { maxLength: 8 }),
  steps: fc.array(step, { maxLength: 60, size: 'max' }),
});

describe('timeline under any order of frames and responses', () => {
  it('shows every change up to `upTo` after each step', () => {
    fc.assert(
      fc.property(worlds, ({ topicId, before, steps }) => {
        const server = new Server();
        const client = new Client(server, topicId);
        for (const one of [...before, ...steps]) {
          play(one, server, client);
          if (client.timeline && outdated(client.timeline, server).length > 0)
            expect(outdated(client.timeline, server)).toEqual([]);
        }
      }),
      { numRuns: 2_000 * RUNS },
    );
  });

  it("the timeline equals the server's feed after a catch-up and after loading all earlier pages", () => {
    fc.assert(
      fc.property(worlds, ({ topicId, before, steps }) => {
        const server = new Server();
        const client = new Client(server, topicId);
        for (const one of [...before, ...steps]) play(one, server, client);
        client.finish();
        const timeline = client.timeline!;
        expect(timeline.messages).toEqual(
          server.messages().filter((one) => one.topicId === topicId && one.seq > server.joined),
        );
        expect([timeline.upTo, hasGap(timeline)]).toEqual([server.log.length, false]);
      }),
      { numRuns: 2_000 * RUNS },
    );
  });
});
