import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database, isCancelled } from '#database/database.js';
import { Forbidden, Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { decodeTimeCursor, pageSize, toPage } from '#kernel/page.js';
import { isBlank } from '#kernel/text.js';
import { Turns, TurnsOfEach } from '#kernel/turns.js';
import { mayPass, type Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { FormerAllies } from '../conversations/former-allies.service.js';
import {
  farStatement,
  type FoundRow,
  nearStatement,
  type Search,
  WALKED,
} from './message-search.js';
import type { SearchMessagesArgs } from './message-search.inputs.js';
import type { MessageFound, MessagesFound } from './message-search.view.js';
import { askedIn, isNothing, queryOf, stemmedOf } from './message-words.js';
import { toShown } from '../messages/shown.js';
import { Stems } from './stems.service.js';

/** What is asked, without who asks. */
type Asked = Omit<Search, 'viewer'>;

/** What was found, and whoever asked as of when that was. */
interface Found {
  readonly viewer: Viewer;
  readonly rows: FoundRow[];
}

const A_MINUTE = { points: 100, duration: 60 };
/** A search that was given up counts as so many more. */
const COSTS_OF_TOO_HEAVY = 9;
const LONGEST_MS = 2_000;

/** Finds messages that the viewer reads at this moment, and nothing else has any part in it. */
@Injectable()
export class MessageSearch {
  /** Of each member at one node; nothing is written for it. */
  private readonly limits = new RateLimiterMemory(A_MINUTE);
  private readonly turns = new Turns(4, 40);
  /** One of each member runs, and whoever types fast waits a little for themself. */
  private readonly own = new TurnsOfEach(1, 4);
  /** How many of the newest messages are examined one by one. */
  walked = WALKED;
  longestMs = LONGEST_MS;

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly former: FormerAllies,
    private readonly stems: Stems,
  ) {}

  /**
   * A page, newest first, with the viewer by whose rights it was found: a search may have waited. NotFound for a channel
   * that the viewer does not read; by anybody unknown nothing is found.
   */
  async find(asker: Viewer, args: SearchMessagesArgs): Promise<MessagesFound & { viewer: Viewer }> {
    const size = pageSize(args.first);
    const asked = askedIn(args.text);
    const after = args.after ? decodeTimeCursor(args.after) : null;
    if (isNothing(asked) && !(args.authorId && isBlank(args.text)))
      throw new Invalid('input', { text: 'blank' });
    const { authorId = null, channelId = null, from = null, until = null } = args;
    if (channelId !== null) await this.access.load(Channel, channelId, asker, 'read');
    await this.count(asker);

    const [author, stemsOf] = await Promise.all([
      authorId && this.writerOf(authorId),
      this.stems.asked(stemmedOf(asked)),
    ]);
    const query = queryOf(asked, author, stemsOf);
    const narrowed = { query, channelId, authorId, from, until, after };
    const { viewer, rows } = await this.inTurn(asker, { ...narrowed, limit: size + 1 });
    const page = toPage(rows, size, (row) => [row.said_at.toISOString(), row.id]);
    const items = await Promise.all(page.items.map((row) => this.found(viewer, row)));
    return { ...page, items, viewer };
  }

  private async found(viewer: Viewer, row: FoundRow): Promise<MessageFound> {
    const [message] = await this.former.signed(viewer, row.channel_id, [toShown(row)]);
    return { message: message!, isFolded: row.is_folded };
  }

  /** The newest are often enough; else everything is asked. A search that takes too long is given up. */
  private inTurn(asker: Viewer, asked: Asked): Promise<Found> {
    const full = () => new TooMany('search.busy', 2);
    const { accountId } = asker;
    const work = async () => {
      const near = await this.ask(asker, asked, (search) =>
        nearStatement(this.access, search, this.walked),
      );
      if (near.rows.length >= asked.limit) return near;
      return this.ask(asker, asked, (search) => farStatement(this.access, search));
    };
    return this.own.take(accountId, () => this.turns.take(work, full), full);
  }

  private async ask(
    asker: Viewer,
    asked: Asked,
    statement: (search: Search) => { text: string; values: unknown[] },
  ): Promise<Found> {
    try {
      return await this.db.write(async () => {
        const viewer = await this.now(asker, asked.channelId);
        await this.db.query(`set local statement_timeout = ${this.longestMs}`);
        const { text, values } = statement({ ...asked, viewer });
        return { viewer, rows: await this.db.prepared<FoundRow>(text, values) };
      });
    } catch (error) {
      if (!isCancelled(error)) throw error;
      await this.limits.penalty(asker.accountId, COSTS_OF_TOO_HEAVY);
      throw new TooMany('search.tooHeavy');
    }
  }

  /** Its turn and a connection were waited for, and rights may have ended meanwhile: each statement goes by those of its own moment. */
  private async now(asker: Viewer, channelId: string | null): Promise<Viewer> {
    const viewer = await this.viewers.again(asker);
    if (mayPass(viewer, 'member') !== 'ok') throw new Forbidden('door.notForYou');
    const isThere = channelId === null || (await this.access.may('Channel', channelId, viewer));
    if (!isThere) throw new NotFound();
    return viewer;
  }

  /** A profile writes as its account; a membership as itself. */
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
