import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { ClockDrift } from '#database/clock-drift.js';
import { Database, isCancelled, isDuplicate, isHeld, isLost } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { isBlank } from '#kernel/text.js';
import { Together } from '#kernel/together.js';
import type { Viewer } from '#policy/viewer.js';
import { asOfNow } from './as-of-now.js';
import { Channel } from '../channel.entity.js';
import { Live } from '../delivery/live.js';
import { mentionsOf } from './mentions.js';
import type { MessageShown } from '../messages/message.entity.js';
import { postStatement, type Said, type WrittenRow } from './post-statement.js';
import { shownColumns, type ShownRow, toShown } from '../messages/shown.js';
import { Topic } from '../topics/topic.entity.js';

export interface NewMessage {
  readonly channelId: string;
  /** Made by the client once for this message, so that it may be sent again and again. */
  readonly clientId: string;
  readonly body: string;
  /** A message of the channel that the author reads; any other is not found. */
  readonly replyToId?: string | null;
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
  /** Files of the author that were not sent yet; anything else is not found. */
  readonly attachmentIds?: readonly string[] | null;
  /** A topic of the channel that is open; null for the general feed. */
  readonly topicId?: string | null;
}

const LIMITS = { atOnce: 64, waiting: 512 };
/** Larger batches cost less per message; the size limits how many a slow disk or a lock delays. */
const TOGETHER = { ...LIMITS, works: 4, patience: 3 };
/** Messages of a locked channel, and messages with files, wait with a connection each: at most a third of the pool. */
const APART = { ...LIMITS, keys: 1, patience: 0 };
const apartAtOnce = (connections: number) => Math.max(1, Math.floor(connections / 3));
const LOCK_SOON = `set local lock_timeout = '5s'`;
/** While the clocks of this node and of PostgreSQL do not agree. */
const SECONDS_UNTIL_AGAIN = 30;
/** Longer than the lock is waited for. */
const APART_MS = 7_500;

const LOCK_CHANNEL = 'select from channel where id = $1 for no key update';
const LOCK_TOPICS =
  'select from topic where channel_id = $1 and id = any($2) order by id for share';

/**
 * What became of one message: its row, sent before (unannounced: by a statement whose answer was lost), not allowed, its
 * place held by somebody else, or a failure of its own.
 */
type Outcome = MessageShown | 'sentBefore' | 'unannounced' | 'refused' | 'held' | Error;

/**
 * Sends messages, the hottest write there is. What comes while writes are under way goes together in one statement, which
 * is its own transaction: when it answers, they are committed. It waits for nobody: what would, since somebody else holds
 * its channel or its topic, is done again in a statement of that channel alone.
 */
@Injectable()
export class PostMessage {
  private readonly together = new Together<Said, Outcome>(
    (said) => this.goTogether(said),
    TOGETHER,
  );
  private readonly apart: Together<Said, Outcome>;
  /** How many of a channel go apart: what comes after them does too, and does not overtake them. */
  private readonly goingApart = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly drift: ClockDrift,
  ) {
    const limits = { ...APART, works: apartAtOnce(db.pool.options.max) };
    this.apart = new Together((said) => this.goApart(said), limits);
  }

  /** Exactly once for (account, clientId): a repeat gives the message that is there. Throws inside write(). */
  async post(viewer: Viewer, message: NewMessage): Promise<MessageShown> {
    const { replyToId = null, topicId = null } = message;
    if (![message.channelId, replyToId, topicId].every((id) => id === null || isId(id)))
      throw new NotFound();
    const attachmentIds = message.attachmentIds ?? [];
    if (!attachmentIds.every(isId)) throw new NotFound();
    if (isBlank(message.body) && attachmentIds.length === 0)
      throw new Invalid('input', { body: 'blank' });
    if (this.db.isWriting) throw new Error('a message is a transaction of its own');
    // Its time decides when it ends.
    if (!this.drift.isSmall) throw new TooMany('document.again', SECONDS_UNTIL_AGAIN);
    const { channelId } = message;
    const clientId = message.clientId.toLowerCase();
    const mentions = mentionsOf(message);
    const at = this.clock.now();
    const said = {
      ...{ viewer, channelId, clientId, body: message.body, replyToId, topicId },
      ...{ mentions, attachmentIds, at },
    };
    const outcome = (await this.mayMention(said)) ? await this.take(said) : 'refused';
    if (outcome instanceof Error) throw outcome;
    if (typeof outcome === 'object') return outcome;
    return this.repeat(said, outcome);
  }

  private async mayMention({ mentions, channelId, viewer }: Said): Promise<boolean> {
    return !mentions.all || this.access.may('Channel', channelId, viewer, 'mentionAll');
  }

  /**
   * When nothing was written: the message that is there already, else the refusal. What its author may no longer do, they
   * did before; and its files may have gone with it at another node. Whoever does not read the channel learns nothing of keys.
   */
  private async repeat(said: Said, outcome: Outcome): Promise<MessageShown> {
    const { viewer, channelId } = said;
    if (await this.access.may('Channel', channelId, viewer)) {
      const before = await this.sentBefore(said);
      if (before && outcome === 'unannounced') this.announce([before]);
      if (before) return before;
      if (outcome === 'sentBefore' || outcome === 'unannounced')
        throw new Conflict('message.expired');
    }
    throw await this.refusal(said);
  }

  /** Files are locked, which may take as long as whoever holds them. */
  private async take(said: Said): Promise<Outcome> {
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

  private async goTogether(said: readonly Said[]): Promise<Outcome[]> {
    const outcomes = await this.write(said, (some) => this.run(some));
    // Before anything else of these channels begins.
    said.forEach(({ channelId }, at) => outcomes[at] === 'held' && this.countApart(channelId, 1));
    return outcomes;
  }

  /** All of one channel, which is waited for, and their topics; everything is asked as it is then. */
  private goApart(said: readonly Said[]): Promise<Outcome[]> {
    const { channelId } = said[0]!;
    return this.write(said, (some) =>
      this.db.patiently(APART_MS, () => this.lockAndRun(channelId, some)),
    );
  }

  private lockAndRun(channelId: string, said: readonly Said[]): Promise<WrittenRow[]> {
    return this.db.write(async () => {
      await this.db.query(LOCK_SOON);
      const topicIds = said.flatMap(({ topicId }) => topicId ?? []);
      // First, as whoever reopens one does.
      if (topicIds.length > 0) await this.db.query(LOCK_TOPICS, [channelId, topicIds]);
      await this.db.query(LOCK_CHANNEL, [channelId]);
      return this.run(await asOfNow(this.viewers, said));
    });
  }

  private countApart(channelId: string, more: number): void {
    const count = (this.goingApart.get(channelId) ?? 0) + more;
    if (count > 0) this.goingApart.set(channelId, count);
    else this.goingApart.delete(channelId);
  }

  /** Repeats among them are written once, and have the same outcome; a key that stands for another channel, too, goes after. */
  private async write(said: readonly Said[], run: Run): Promise<Outcome[]> {
    const first = new Map<string, Said>();
    for (const one of said) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
    const goesAfter = (one: Said) => first.get(keyOf(one))!.channelId !== one.channelId;
    const keys = [...first.keys()];
    const outcomes = await this.writeOnce([...first.values()], run);
    const byKey = new Map(keys.map((key, at) => [key, outcomes[at]!]));
    const after = said.filter(goesAfter);
    const later = after.length > 0 ? await this.write(after, run) : [];
    return said.map((one) => (goesAfter(one) ? later.shift()! : byKey.get(keyOf(one))!));
  }

  /** When PostgreSQL refuses them all for the sake of one, halves are tried, so that its neighbours are written. */
  private async writeOnce(said: readonly Said[], run: Run): Promise<Outcome[]> {
    try {
      return this.told(said, await run(said));
    } catch (error) {
      // A slow batch is no fault of one of its messages, and its halves would be slow as well.
      if (isHeld(error) || isCancelled(error)) return said.map(full);
      if (isLost(error)) return this.writeAgain(said, run);
      // Meanwhile it was sent in another channel or at another node.
      if (said.length === 1) return [isDuplicate(error) ? 'sentBefore' : (error as Error)];
      const half = said.length >> 1;
      const before = await this.writeOnce(said.slice(0, half), run);
      return [...before, ...(await this.writeOnce(said.slice(half), run))];
    }
  }

  /** Nobody knows whether a statement was committed whose connection was lost; client keys make its repeat harmless. */
  private async writeAgain(said: readonly Said[], run: Run): Promise<Outcome[]> {
    const outcomes = this.told(said, await run(said));
    return outcomes.map((outcome) => (outcome === 'sentBefore' ? 'unannounced' : outcome));
  }

  private run(said: readonly Said[]): Promise<WrittenRow[]> {
    const { text, values } = postStatement(this.access, said);
    return this.db.preparedWrite<WrittenRow>(text, values);
  }

  /** After COMMIT. */
  private told(said: readonly Said[], rows: readonly WrittenRow[]): Outcome[] {
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    const outcomes = said.map((_one, at) => outcomeOf(byPlace.get(at + 1)));
    this.announce(outcomes.filter(isMessage));
    return outcomes;
  }

  private announce(written: readonly MessageShown[]): void {
    for (const one of written) this.live.tell(one);
  }

  /** What this client id made before, if its author still reads it; in another channel it is a mistake of the client. */
  private async sentBefore({ viewer, channelId, clientId }: Said): Promise<MessageShown | null> {
    const text = `select ${shownColumns('s', '$1')} from message_shown s
      where s.account_id = $1 and s.client_key = $2 and s.expires_at > $3`;
    const [row] = await this.db.named<ShownRow>('message-sent-before', text, [
      viewer.accountId,
      clientId,
      this.clock.now(),
    ]);
    if (!row) return null;
    if (row.channel_id !== channelId) throw new Conflict('message.clientIdUsed');
    return (await this.access.may('Message', row.id, viewer)) ? toShown(row) : null;
  }

  /** Why nothing was written: the channel or its topic is not there for this viewer, or is and cannot be written to so. */
  private async refusal({ viewer, channelId, topicId, mentions }: Said): Promise<Error> {
    if (mentions.all) await this.access.load(Channel, channelId, viewer, 'mentionAll');
    await this.access.load(Channel, channelId, viewer, 'post');
    const topic = topicId && (await this.access.load(Topic, topicId, viewer, 'read'));
    if (topic && topic.channelId === channelId)
      await this.access.load(Topic, topic.id, viewer, 'post');
    return new NotFound(); // what it answers, or the membership or alliance, which ended while the message was under way
  }
}

type Run = (said: readonly Said[]) => Promise<WrittenRow[]>;

const isMessage = (outcome: Outcome): outcome is MessageShown =>
  typeof outcome === 'object' && !(outcome instanceof Error);
const keyOf = ({ viewer, clientId }: Said): string => `${viewer.accountId} ${clientId}`;
const full = () => new TooMany('document.again', 2);

function outcomeOf(row: WrittenRow | undefined): Outcome {
  if (!row?.is_allowed) return 'refused';
  if (row.id !== null) return toShown(row);
  return row.is_there ? 'sentBefore' : 'held';
}
