import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { ClockDrift } from '#database/clock-drift.js';
import {
  Database,
  isStatementTimeout,
  isDuplicate,
  isLockTimeout,
  isConnectionLost,
} from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { isBlank } from '#kernel/text.js';
import { Batcher } from '#kernel/batcher.js';
import type { Viewer } from '#policy/viewer.js';
import { refreshViewers } from './refresh-viewers.js';
import { Channel } from '../channel.entity.js';
import { parseMentions } from './mentions.js';
import { PostedMessages } from './posted-messages.js';
import type { MessageView } from '../messages/message.entity.js';
import {
  postMessagesStatement,
  type MessageToPost,
  type PostedMessageRow,
} from './post-messages-statement.js';
import {
  messageViewColumns,
  type MessageViewRow,
  toMessageView,
} from '../messages/message-view.js';
import { Topic } from '../topics/topic.entity.js';

export interface NewMessage {
  readonly channelId: string;
  /** Generated once per message by the client, which can therefore retry safely. */
  readonly clientId: string;
  readonly body: string;
  /** A message of the same channel and feed that the author may read; otherwise NotFound. */
  readonly replyToId?: string | null;
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
  /** Unsent files of the author; otherwise NotFound. */
  readonly attachmentIds?: readonly string[] | null;
  /** An open topic of the channel; null for the general feed. */
  readonly topicId?: string | null;
}

const LIMITS = { atOnce: 64, waiting: 512 };
/** Larger batches cost less per message; smaller ones limit how many messages a slow disk or a lock delays. */
const TOGETHER = { ...LIMITS, works: 4, patience: 3 };
/**
 * A message for a locked channel, or with files, may hold a connection while it waits. These messages use one
 * connection per channel, and at most a third of the pool.
 */
const APART = { ...LIMITS, keys: 1, patience: 0 };
const apartAtOnce = (connections: number) => Math.max(1, Math.floor(connections / 3));
const LOCK_SOON = `set local lock_timeout = '5s'`;
/** Retry delay while the clocks of this node and of PostgreSQL differ. */
const SECONDS_UNTIL_AGAIN = 30;
/** Statement timeout, longer than the lock timeout. */
const APART_MS = 7_500;

const LOCK_CHANNEL = 'select from channel where id = $1 for no key update';
const LOCK_TOPICS =
  'select from topic where channel_id = $1 and id = any($2) order by id for share';

/**
 * The result for one message: the written row, already sent, already sent but not broadcast (the response of the
 * statement was lost), refused, channel or topic locked by another transaction, or an error of this message alone.
 */
type Outcome = MessageView | 'sentBefore' | 'unannounced' | 'refused' | 'held' | Error;

/**
 * Posts messages, the most frequent write of all. Messages that arrive during a write are posted by the next statement
 * as a batch. The statement is its own transaction, so its result means that the messages are committed. It never waits
 * for a lock: messages whose channel or topic is locked are posted again by a statement for that channel alone.
 */
@Injectable()
export class PostMessage {
  private readonly together = new Batcher<MessageToPost, Outcome>(
    (said) => this.goTogether(said),
    TOGETHER,
  );
  private readonly apart: Batcher<MessageToPost, Outcome>;
  /**
   * Number of messages per channel that are posted by statements of that channel alone. Later messages of the channel
   * are posted the same way, so that they do not overtake earlier ones.
   */
  private readonly goingApart = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly clock: Clock,
    private readonly posted: PostedMessages,
    private readonly drift: ClockDrift,
  ) {
    const limits = { ...APART, works: apartAtOnce(db.pool.options.max) };
    this.apart = new Batcher((said) => this.goApart(said), limits);
  }

  /**
   * Posts exactly once per account and `clientId`; a repeat returns the existing message. Throws if called inside
   * write().
   */
  async post(viewer: Viewer, message: NewMessage): Promise<MessageView> {
    const { replyToId = null, topicId = null } = message;
    if (![message.channelId, replyToId, topicId].every((id) => id === null || isId(id)))
      throw new NotFound();
    const attachmentIds = message.attachmentIds ?? [];
    if (!attachmentIds.every(isId)) throw new NotFound();
    if (isBlank(message.body) && attachmentIds.length === 0)
      throw new Invalid('input', { body: 'blank' });
    if (this.db.isWriting)
      throw new Error('post() must not be called inside write(): a batch commits by itself');
    // Refuse while the clocks differ, because the expiry of a message is computed from this node's clock.
    if (!this.drift.isSmall) throw new TooMany('document.again', SECONDS_UNTIL_AGAIN);
    const { channelId } = message;
    const clientId = message.clientId.toLowerCase();
    const mentions = parseMentions(message);
    const at = this.clock.now();
    const text = await this.posted.bodyToStore(viewer, { ...message, clientId });
    const said = {
      ...{ viewer, channelId, clientId, ...text, replyToId, topicId },
      ...{ mentions, attachmentIds, at },
    };
    const outcome = (await this.mayMention(said)) ? await this.take(said) : 'refused';
    if (outcome instanceof Error) throw outcome;
    if (typeof outcome === 'object') return outcome;
    return this.repeat(said, outcome);
  }

  private async mayMention({ mentions, channelId, viewer }: MessageToPost): Promise<boolean> {
    return !mentions.all || this.access.may('Channel', channelId, viewer, 'mentionAll');
  }

  /**
   * Called when nothing was written. If the message already exists, returns it, even if its author may no longer post
   * or if another node sent its files; otherwise throws the refusal. Does not reveal to outsiders whether a client id
   * is used.
   */
  private async repeat(said: MessageToPost, outcome: Outcome): Promise<MessageView> {
    const { viewer, channelId } = said;
    if (await this.access.may('Channel', channelId, viewer)) {
      const before = await this.sentBefore(said);
      const isInThread = said.opened !== null;
      if (before && outcome === 'unannounced') this.posted.announce([{ view: before, isInThread }]);
      if (before) return before;
      if (outcome === 'sentBefore' || outcome === 'unannounced')
        throw new Conflict('message.expired');
    }
    throw await this.refusal(said);
  }

  /** Messages with files take locks and may wait, so they never join the common batch. */
  private async take(said: MessageToPost): Promise<Outcome> {
    const { viewer, channelId, attachmentIds } = said;
    if (attachmentIds.length === 0 && !this.goingApart.has(channelId)) {
      const outcome = await this.together.take(channelId, said, full);
      if (outcome !== 'held') return outcome;
    } else {
      // Check permission before waiting for the lock: waiting reveals that the channel exists, and an outsider's lock
      // blocks members.
      if (!(await this.access.may('Channel', channelId, viewer, 'post'))) return 'refused';
      this.countApart(channelId, 1);
    }
    try {
      return await this.apart.take(channelId, said, full);
    } finally {
      this.countApart(channelId, -1);
    }
  }

  private async goTogether(said: readonly MessageToPost[]): Promise<Outcome[]> {
    const outcomes = await this.write(said, (some) => this.run(some));
    // Set the outcomes in the same tick, before another message of these channels starts.
    said.forEach(({ channelId }, at) => outcomes[at] === 'held' && this.countApart(channelId, 1));
    return outcomes;
  }

  /** Locks the channel and the topics of its messages, then posts them with the current rights of their authors. */
  private goApart(said: readonly MessageToPost[]): Promise<Outcome[]> {
    const { channelId } = said[0]!;
    return this.write(said, (some) =>
      this.db.patiently(APART_MS, () => this.lockAndRun(channelId, some)),
    );
  }

  private lockAndRun(
    channelId: string,
    said: readonly MessageToPost[],
  ): Promise<PostedMessageRow[]> {
    return this.db.write(async () => {
      await this.db.query(LOCK_SOON);
      const topicIds = said.flatMap(({ topicId }) => topicId ?? []);
      // Lock the topics first, in the same order as reopening a topic does.
      if (topicIds.length > 0) await this.db.query(LOCK_TOPICS, [channelId, topicIds]);
      await this.db.query(LOCK_CHANNEL, [channelId]);
      return this.run(await refreshViewers(this.viewers, said));
    });
  }

  private countApart(channelId: string, more: number): void {
    const count = (this.goingApart.get(channelId) ?? 0) + more;
    if (count > 0) this.goingApart.set(channelId, count);
    else this.goingApart.delete(channelId);
  }

  /**
   * Writes each repeated message once and gives all repeats the same outcome. If a client key is also used for another
   * channel, that message is written afterwards.
   */
  private async write(said: readonly MessageToPost[], run: Run): Promise<Outcome[]> {
    const first = new Map<string, MessageToPost>();
    for (const one of said) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
    const goesAfter = (one: MessageToPost) => first.get(keyOf(one))!.channelId !== one.channelId;
    const keys = [...first.keys()];
    const outcomes = await this.writeOnce([...first.values()], run);
    const byKey = new Map(keys.map((key, at) => [key, outcomes[at]!]));
    const after = said.filter(goesAfter);
    const later = after.length > 0 ? await this.write(after, run) : [];
    return said.map((one) => (goesAfter(one) ? later.shift()! : byKey.get(keyOf(one))!));
  }

  /**
   * If one message makes PostgreSQL reject the statement, splits the batch in halves, so that the other messages are
   * written.
   */
  private async writeOnce(said: readonly MessageToPost[], run: Run): Promise<Outcome[]> {
    let rows: PostedMessageRow[];
    try {
      rows = await run(said);
    } catch (error) {
      // A timeout is not the fault of one message, and halves of the batch would time out as well.
      if (isLockTimeout(error) || isStatementTimeout(error)) return said.map(full);
      if (isConnectionLost(error)) return this.writeAgain(said, run);
      // The message was sent in another channel or by another node in the meantime.
      if (said.length === 1) return [isDuplicate(error) ? 'sentBefore' : (error as Error)];
      const half = said.length >> 1;
      const before = await this.writeOnce(said.slice(0, half), run);
      return [...before, ...(await this.writeOnce(said.slice(half), run))];
    }
    // Outside of the `try`: the messages are committed, and an error must not count as one of the statement.
    return this.told(said, rows);
  }

  /**
   * Repeats the statement if the connection breaks. It is unknown whether the first statement was committed, but client
   * keys make the repetition safe.
   */
  private async writeAgain(said: readonly MessageToPost[], run: Run): Promise<Outcome[]> {
    const outcomes = this.told(said, await run(said));
    return outcomes.map((outcome) => (outcome === 'sentBefore' ? 'unannounced' : outcome));
  }

  private run(said: readonly MessageToPost[]): Promise<PostedMessageRow[]> {
    const { text, values } = postMessagesStatement(this.access, said);
    return this.db.preparedWrite<PostedMessageRow>(text, values);
  }

  /** Broadcasts the written messages and returns the outcomes. Call after COMMIT. Waits for nothing. */
  private told(said: readonly MessageToPost[], rows: readonly PostedMessageRow[]): Outcome[] {
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    const outcomes = said.map((one, at) => outcomeOf(one, byPlace.get(at + 1)));
    this.posted.announce(
      said.flatMap(({ opened }, at) => {
        const view = outcomes[at]!;
        return isMessage(view) ? { view, isInThread: opened !== null } : [];
      }),
    );
    return outcomes;
  }

  /**
   * Returns the message that the account posted with this client id, if the account may still read it. Throws Conflict
   * if the message is in another channel, which is a bug of the client.
   */
  private async sentBefore({
    viewer,
    channelId,
    clientId,
  }: MessageToPost): Promise<MessageView | null> {
    const text = `select ${messageViewColumns('s', '$1')} from message_shown s
      where s.account_id = $1 and s.client_key = $2 and s.expires_at > $3`;
    const [row] = await this.db.named<MessageViewRow>('message-sent-before', text, [
      viewer.accountId,
      clientId,
      this.clock.now(),
    ]);
    if (!row) return null;
    if (row.channel_id !== channelId) throw new Conflict('message.clientIdUsed');
    const view = await this.posted.shown(row);
    return view && (await this.access.may('Message', row.id, viewer)) ? view : null;
  }

  /**
   * Returns or throws the reason why nothing was written: NotFound if the channel or topic is hidden from the viewer,
   * else the denied permission.
   */
  private async refusal({ viewer, channelId, topicId, mentions }: MessageToPost): Promise<Error> {
    if (mentions.all) await this.access.load(Channel, channelId, viewer, 'mentionAll');
    await this.access.load(Channel, channelId, viewer, 'post');
    const topic = topicId && (await this.access.load(Topic, topicId, viewer, 'read'));
    if (topic && topic.channelId === channelId)
      await this.access.load(Topic, topic.id, viewer, 'post');
    return new NotFound(); // The answered message is missing, or the membership or alliance ended during the request.
  }
}

type Run = (said: readonly MessageToPost[]) => Promise<PostedMessageRow[]>;

const isMessage = (outcome: Outcome): outcome is MessageView =>
  typeof outcome === 'object' && !(outcome instanceof Error);
const keyOf = ({ viewer, clientId }: MessageToPost): string => `${viewer.accountId} ${clientId}`;
const full = () => new TooMany('document.again', 2);

function outcomeOf({ opened }: MessageToPost, row: PostedMessageRow | undefined): Outcome {
  if (!row?.is_allowed) return 'refused';
  if (row.id !== null) return opened ? opened.viewOf(row) : toMessageView(row);
  return row.is_there ? 'sentBefore' : 'held';
}
