import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database, isStatementTimeout } from '#database/database.js';
import { Forbidden, Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { decodeTimeCursor, effectivePageSize, toPage } from '#kernel/pagination.js';
import { isBlank } from '#kernel/text.js';
import { ConcurrencyLimiter, KeyedConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { checkAudience, type Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import {
  indexedMessagesStatement,
  type FoundMessageRow,
  newestMessagesStatement,
  type MessageSearchParams,
  NEWEST_MESSAGES_EXAMINED,
} from './message-search-sql.js';
import type { SearchMessagesArgs } from './message-search.inputs.js';
import type { MessageFound, MessagesFound } from './message-search.view.js';
import { parseSearchTerms, isEmptySearch, toSearchQuery, wordsToStem } from './search-vector.js';
import { toMessageView } from '../messages/message-view.js';
import { StemmerService } from './stemmer.service.js';

/** Search parameters without the viewer. */
type Asked = Omit<MessageSearchParams, 'viewer'>;

/** The results, and the viewer with the rights that were used. */
interface Found {
  readonly viewer: Viewer;
  readonly rows: FoundMessageRow[];
}

const A_MINUTE = { points: 100, duration: 60 };
/** Additional rate-limit points for a search that timed out. */
const COSTS_OF_TOO_HEAVY = 9;
const LONGEST_MS = 2_000;

/** Searches the messages that the viewer may read now. No other message influences the result. */
@Injectable()
export class MessageSearchService {
  /** Rate limits per member and node, in memory only. */
  private readonly limits = new RateLimiterMemory(A_MINUTE);
  private readonly turns = new ConcurrencyLimiter(4, 40);
  /** One search per member runs at a time, so fast typing delays only the typist. */
  private readonly own = new KeyedConcurrencyLimiter(1, 4);
  /** How many of the newest messages are examined one by one. */
  walked = NEWEST_MESSAGES_EXAMINED;
  longestMs = LONGEST_MS;

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly former: FormerAlliesService,
    private readonly stems: StemmerService,
  ) {}

  /**
   * Returns a page of results, newest first, and the viewer with the rights that the search used, because rights may
   * change while the search waits. Throws NotFound for a channel that the viewer may not read. An unknown author gives
   * no results.
   */
  async find(asker: Viewer, args: SearchMessagesArgs): Promise<MessagesFound & { viewer: Viewer }> {
    const size = effectivePageSize(args.first);
    const asked = parseSearchTerms(args.text);
    const after = args.after ? decodeTimeCursor(args.after) : null;
    if (isEmptySearch(asked) && !(args.authorId && isBlank(args.text)))
      throw new Invalid('input', { text: 'blank' });
    const { authorId = null, channelId = null, from = null, until = null } = args;
    if (channelId !== null) await this.access.load(Channel, channelId, asker, 'read');
    await this.count(asker);

    const [author, stemsOf] = await Promise.all([
      authorId && this.writerOf(authorId),
      this.stems.asked(wordsToStem(asked)),
    ]);
    const query = toSearchQuery(asked, author, stemsOf);
    const narrowed = { query, channelId, authorId, from, until, after };
    const { viewer, rows } = await this.inTurn(asker, { ...narrowed, limit: size + 1 });
    const page = toPage(rows, size, (row) => [row.said_at.toISOString(), row.id]);
    const items = await Promise.all(page.items.map((row) => this.found(viewer, row)));
    return { ...page, items, viewer };
  }

  private async found(viewer: Viewer, row: FoundMessageRow): Promise<MessageFound> {
    const [message] = await this.former.signed(viewer, row.channel_id, [toMessageView(row)]);
    return { message: message!, isFolded: row.is_folded };
  }

  /**
   * Examines the newest messages first and uses the index only if they contain too few results. Cancels a search that
   * takes too long.
   */
  private inTurn(asker: Viewer, asked: Asked): Promise<Found> {
    const full = () => new TooMany('search.busy', 2);
    const { accountId } = asker;
    const work = async () => {
      const near = await this.ask(asker, asked, (search) =>
        newestMessagesStatement(this.access, search, this.walked),
      );
      if (near.rows.length >= asked.limit) return near;
      return this.ask(asker, asked, (search) => indexedMessagesStatement(this.access, search));
    };
    return this.own.take(accountId, () => this.turns.take(work, full), full);
  }

  private async ask(
    asker: Viewer,
    asked: Asked,
    statement: (search: MessageSearchParams) => { text: string; values: unknown[] },
  ): Promise<Found> {
    try {
      return await this.db.write(async () => {
        const viewer = await this.now(asker, asked.channelId);
        await this.db.query(`set local statement_timeout = ${this.longestMs}`);
        const { text, values } = statement({ ...asked, viewer });
        return { viewer, rows: await this.db.prepared<FoundMessageRow>(text, values) };
      });
    } catch (error) {
      if (!isStatementTimeout(error)) throw error;
      await this.limits.penalty(asker.accountId, COSTS_OF_TOO_HEAVY);
      throw new TooMany('search.tooHeavy');
    }
  }

  /**
   * Loads the current rights before each statement, since they may have ended while the search waited for a slot or a
   * connection.
   */
  private async now(asker: Viewer, channelId: string | null): Promise<Viewer> {
    const viewer = await this.viewers.reload(asker);
    if (checkAudience(viewer, 'member') !== 'ok') throw new Forbidden('door.notForYou');
    const isThere = channelId === null || (await this.access.may('Channel', channelId, viewer));
    if (!isThere) throw new NotFound();
    return viewer;
  }

  /** Messages of a conversation are indexed by account, those of a group by membership. */
  private async writerOf(authorId: string): Promise<string> {
    const text = 'select account_id as id from profile where id = $1';
    const [row] = await this.db.named<{ id: string }>('writer-of-profile', text, [authorId]);
    return row?.id ?? authorId;
  }

  private async count({ accountId }: Viewer): Promise<void> {
    try {
      await this.limits.consume(accountId);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new TooMany('search.tooMany', Math.ceil(error.msBeforeNext / 1000));
    }
  }
}
