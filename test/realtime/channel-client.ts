import {
  hasGap,
  type MessagePage,
  type Timeline,
  timelineOf,
  withChanges,
  withEarlierPage,
  withMessage,
} from '../../apps/web/src/features/channels/feed/timeline.js';
import { apiAs, RefusedError } from '../support/app/client.js';
import { type TestSocket, openSocket } from '../support/app/sockets.js';
import type { Person } from '../support/factories/make-people.js';
import { pause } from './group-chat.js';

export interface ReceivedMessage {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly authorName: string;
  readonly body: string;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  readonly replyToId: string | null;
  readonly topicId: string | null;
  readonly reactions: readonly { emoji: string; count: number }[];
}

const SHOWN =
  'id seq version authorName body isDeleted isPinned replyToId topicId reactions { emoji count }';
const PAGE = `items { ${SHOWN} } hasMore upTo from`;
const HISTORY = `query ($id: ID!, $topicId: ID, $before: Int) {
  messages(channelId: $id, topicId: $topicId, before: $before, first: 5) { ${PAGE} } }`;
const CHANGES = `query ($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) { ${PAGE} } }`;

/** A test client that behaves like the web app and uses its timeline code. A test can make it drop received frames. */
export class ChannelClient {
  private known: Timeline<ReceivedMessage> | undefined;
  private waiting: ReceivedMessage[] = [];
  private toLose = 0;
  private catching: Promise<void> = Promise.resolve();

  private constructor(
    private readonly person: Person,
    readonly channelId: string,
    private readonly ear: TestSocket,
    private readonly asks: boolean,
    readonly topicId: string | null,
  ) {}

  /** Opens a client. If `asks` is false, the client never fetches missed changes. */
  static async open(
    person: Person,
    channelId: string,
    asks = true,
    topicId: string | null = null,
  ): Promise<ChannelClient> {
    const ear = await openSocket(person, { reconnection: true });
    const client = new ChannelClient(person, channelId, ear, asks, topicId);
    ear.socket.on('message', (frame: ReceivedMessage) => client.hear(frame));
    ear.socket.on('news', () => client.catchUp());
    ear.socket.on('connect', () => client.catchUp());
    await client.start();
    return client;
  }

  /** Reads a whole feed page by page, as a new client does. */
  static async readAll(
    person: Person,
    channelId: string,
    topicId: string | null = null,
  ): Promise<ReceivedMessage[]> {
    const items: ReceivedMessage[] = [];
    for (let before: number | undefined; ;) {
      const page = await ask(person, HISTORY, { id: channelId, topicId, before });
      items.unshift(...page.items);
      if (!page.hasMore) return items.map(plain);
      before = page.items[0]!.seq;
    }
  }

  loseFrames(count: number): void {
    this.toLose += count;
  }

  hangUp(): void {
    this.ear.socket.io.engine.close();
  }

  goOffline(): void {
    this.ear.socket.disconnect();
  }

  /** Reconnects. Starts with an empty timeline if the server refused access before. */
  async comeBack(): Promise<void> {
    this.ear.socket.connect();
    await this.settle();
    if (!this.known) await this.start();
  }

  close(): void {
    this.ear.socket.disconnect();
  }

  async readOlder(): Promise<void> {
    await this.catching;
    const [first] = this.known?.messages ?? [];
    if (!this.known?.hasMore || !first) return;
    const { channelId: id, topicId } = this;
    const page = await ask(this.person, HISTORY, { id, topicId, before: first.seq });
    this.known = withEarlierPage(this.known, page);
  }

  /**
   * Waits until the client is connected and idle. Then fetches changes once more, because the client may have dropped
   * the last frames.
   */
  async settle(): Promise<void> {
    while (!this.ear.socket.connected) await pause(10);
    await pause(20);
    this.catchUp();
    await this.catching;
  }

  /** Loads older pages back to the first message and returns all messages, or undefined without access. */
  async readAllOlder(): Promise<ReceivedMessage[] | undefined> {
    while (this.known?.hasMore) await this.readOlder();
    return this.known?.messages.map(plain);
  }

  private async start(): Promise<void> {
    await this.ear.emit('watch', { channel: this.channelId });
    const { channelId: id, topicId } = this;
    const page = await ask(this.person, HISTORY, { id, topicId });
    this.known = timelineOf(page, topicId);
    for (const frame of this.waiting.splice(0)) this.hear(frame);
  }

  private hear(frame: ReceivedMessage): void {
    if (this.toLose > 0) {
      this.toLose -= 1;
      return;
    }
    if (!this.known) return void this.waiting.push(frame);
    this.known = withMessage(this.known, frame);
    if (hasGap(this.known)) this.catchUp();
  }

  private catchUp(): void {
    this.catching = this.catching.then(() => this.ask());
  }

  private async ask(): Promise<void> {
    if (!this.asks || !this.known || !this.ear.socket.connected) return;
    try {
      await this.ear.emit('watch', { channel: this.channelId });
      for (let hasMore = true; hasMore && this.known;) {
        const after = this.known.upTo;
        const page = await ask(this.person, CHANGES, { id: this.channelId, after });
        this.known = withChanges(this.known, page);
        ({ hasMore } = page);
      }
    } catch (error) {
      // An error after which the client may retry does not mean that access was refused.
      if (error instanceof RefusedError && error.code !== 'TOO_MANY') this.known = undefined;
    }
  }
}

async function ask(
  person: Person,
  document: string,
  variables: object,
): Promise<MessagePage<ReceivedMessage>> {
  const answer = await apiAs(person).ask(document, { ...variables });
  return answer.messages ?? answer.changes;
}

/** Keeps only the fields that both socket frames and GraphQL answers have. */
const plain = (said: ReceivedMessage): ReceivedMessage => ({
  id: said.id,
  seq: said.seq,
  version: said.version,
  authorName: said.authorName,
  body: said.body,
  isDeleted: said.isDeleted,
  isPinned: said.isPinned,
  replyToId: said.replyToId,
  topicId: said.topicId,
  reactions: said.reactions,
});
