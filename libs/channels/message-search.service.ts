import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AccessService } from '#access/access.service.js';
import { codeOf, Database } from '#database/database.js';
import { Invalid, TooMany } from '#kernel/errors.js';
import { decodeTimeCursor, pageSize, toPage } from '#kernel/page.js';
import { isBlank } from '#kernel/text.js';
import { Turns, TurnsOfEach } from '#kernel/turns.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
import { FormerAllies } from './former-allies.service.js';
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
import { toShown } from './shown.js';
import { Stems } from './stems.service.js';

const A_MINUTE = { points: 100, duration: 60 };
/** A search that was given up counts as so many more. */
const COSTS_OF_TOO_HEAVY = 9;
const LONGEST_MS = 2_000;
const CANCELLED = '57014'; // statement_timeout

/** Finds messages that the viewer reads at this moment, and nothing else has any part in it. */
@Injectable()
export class MessageSearch {
  /** Of each member at one node; nothing is written for it. */
  private readonly limits = new RateLimiterMemory(A_MINUTE);
  private readonly turns = new Turns(4, 40);
  /** One of each member runs, and whoever types fast waits a little for themself. */
  private readonly own = new TurnsOfEach(1, 4);
  /** So many of the newest are looked at one by one. */
  walked = WALKED;
  longestMs = LONGEST_MS;

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAllies,
    private readonly stems: Stems,
  ) {}

  /** A page, newest first. NotFound for a channel that the viewer does not read; by anybody unknown nothing is found. */
  async find(viewer: Viewer, args: SearchMessagesArgs): Promise<MessagesFound> {
    const size = pageSize(args.first);
    const asked = askedIn(args.text);
    const after = args.after ? decodeTimeCursor(args.after) : null;
    if (isNothing(asked) && !(args.authorId && isBlank(args.text)))
      throw new Invalid('input', { text: 'blank' });
    const { authorId = null, channelId = null, from = null, until = null } = args;
    if (channelId !== null) await this.access.load(Channel, channelId, viewer, 'read');
    await this.count(viewer);

    const [author, stemsOf] = await Promise.all([
      authorId && this.writerOf(authorId),
      this.stems.asked(stemmedOf(asked)),
    ]);
    const query = queryOf(asked, author, stemsOf);
    const narrowed = { viewer, query, channelId, authorId, from, until, after };
    const rows = await this.rows({ ...narrowed, limit: size + 1 });
    const page = toPage(rows, size, (row) => [row.said_at.toISOString(), row.id]);
    return { ...page, items: await Promise.all(page.items.map((row) => this.found(viewer, row))) };
  }

  private async found(viewer: Viewer, row: FoundRow): Promise<MessageFound> {
    const [message] = await this.former.signed(viewer, row.channel_id, [toShown(row)]);
    return { message: message!, isFolded: row.is_folded };
  }

  /** The newest are often enough; else everything is asked. A search that takes too long is given up. */
  private rows(search: Search): Promise<FoundRow[]> {
    const full = () => new TooMany('search.busy', 2);
    const { accountId } = search.viewer;
    const work = async () => {
      const near = await this.ask(accountId, nearStatement(this.access, search, this.walked));
      if (near.length >= search.limit) return near;
      return this.ask(accountId, farStatement(this.access, search));
    };
    return this.own.take(accountId, () => this.turns.take(work, full), full);
  }

  private async ask(
    accountId: string,
    { text, values }: { text: string; values: unknown[] },
  ): Promise<FoundRow[]> {
    try {
      return await this.db.write(async () => {
        await this.db.query(`set local statement_timeout = ${this.longestMs}`);
        return this.db.prepared<FoundRow>(text, values);
      });
    } catch (error) {
      if (codeOf(error) !== CANCELLED) throw error;
      await this.limits.penalty(accountId, COSTS_OF_TOO_HEAVY);
      throw new TooMany('search.tooHeavy');
    }
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
