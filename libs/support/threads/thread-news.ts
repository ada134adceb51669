import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ThreadKind } from '#channels/channel.entity.js';
import { ThreadCallbacksService } from '#channels/sealed/thread-callbacks.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { CaseSilenceService } from '../requests/continuation/case-silence.service.js';
import { SupportRequest, SupportStage } from '../requests/support-request.entity.js';
import { type Said, ThreadReaders } from './thread-readers.js';

const NAME = 'support.threadNews';
/** How long the other side has to read a message in the open page before it counts as news. */
const DELAY_MS = 5_000;

/**
 * Notifies the others of new messages in a thread, because posting records no event. A job reads each
 * thread from its own cursor; a job every minute finds threads whose request was lost.
 */
@Injectable()
export class ThreadNews implements OnModuleInit {
  private readonly logger = new Logger('Threads');
  private readonly asked = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly threads: ThreadCallbacksService,
    private readonly silence: CaseSilenceService,
    private readonly readers: ThreadReaders,
    private readonly clock: Clock,
  ) {}

  onModuleInit() {
    this.threads.onPosted((channelId) => this.soon(channelId));
  }

  private soon(channelId: string): void {
    if (this.asked.has(channelId)) return;
    this.asked.add(channelId);
    setTimeout(() => this.asked.delete(channelId), DELAY_MS).unref();
    const options = { key: `threadNews:${channelId}`, delayMs: DELAY_MS };
    // Ignore failures: the job that runs every minute processes the thread later.
    void this.db
      .outside(() => this.events.ask(NAME, { channelId }, options))
      .catch(() => undefined);
  }

  @Job({ name: NAME })
  async readOne(payload: unknown): Promise<void> {
    await this.catchUp((payload as { channelId: string }).channelId);
  }

  @Job({ name: 'support.threadsBehind', cron: '* * * * *' })
  async readWhatIsBehind(): Promise<void> {
    const behind = await this.db.query<{ id: string }>(
      `select c.id from channel c left join case_thread_cursor k on k.channel_id = c.id
       where c.case_id is not null and c.last_version > coalesce(k.seq, 0) and c.last_message_at <= $1
       order by c.last_message_at`,
      [this.clock.in(-DELAY_MS)],
    );
    for (const { id } of behind) {
      // A thread that fails is tried again in a minute, and must not keep back the others.
      await this.catchUp(id).catch(() => this.logger.error(`thread ${id} was not read for news`));
    }
  }

  /** Cursor and notices are written in one transaction, so that an interrupted run is repeated. */
  private async catchUp(channelId: string): Promise<void> {
    await this.db.write(async () => {
      const { request, kind } = await this.lock(channelId);
      if (!request) return;
      const said = await this.newIn(channelId);
      if (said.length === 0 || request.stage !== SupportStage.accepted) return;
      if (kind === ThreadKind.requester) await this.silence.markActive(request);
      await this.readers.notify(request, channelId, { kind, said });
    });
  }

  /** Locks the request of a thread. Only supporters learn of a message in the internal thread. */
  private async lock(channelId: string) {
    const [thread] = await this.db.query<{ case_id: string; thread: ThreadKind }>(
      'select case_id, thread from channel where id = $1',
      [channelId],
    );
    if (!thread) return { request: null };
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { id: thread.case_id };
    const request = await this.db.repo(SupportRequest).findOne({ where, lock });
    return { request, kind: thread.thread };
  }

  /** Moves the cursor to the end of the thread, and returns the authors of the messages after it. */
  private async newIn(channelId: string): Promise<Said[]> {
    return this.db.query<Said>(
      `with place as (
         select c.last_version as up_to, coalesce(k.seq, 0) as after
         from channel c left join case_thread_cursor k on k.channel_id = c.id where c.id = $1
       ), moved as (
         insert into case_thread_cursor (channel_id, seq) select $1, up_to from place
         on conflict (channel_id) do update set seq = excluded.seq
       )
       select m.account_id, max(m.seq)::int as seq from place
         join message m on m.channel_id = $1 and m.seq > place.after and m.seq <= place.up_to
       where m.deleted_at is null group by m.account_id`,
      [channelId],
    );
  }
}
