import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { type OpenFile, Storage } from './storage.js';

const NAME = /^[0-9a-f]{32}$/;

/**
 * Files by random names of 128 bits. A name is written down before its bytes are, so that whatever happens between
 * two steps, what no row names any more is found and taken away.
 */
@Injectable()
export class FilesService {
  private readonly uses: string[] = [];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
  ) {}

  /** A feature says with which statement the names that its rows use are read. */
  usedBy(sql: string): void {
    this.uses.push(sql);
  }

  /** Keeps the parts of a file and gives its name. Outside write(); a row must use the name within the hour. */
  async keep(parts: ReadonlyMap<string, Buffer>): Promise<string> {
    const name = randomBytes(16).toString('hex');
    await this.db.query('insert into kept_file (name, parts, kept_at) values ($1, $2, $3)', [
      name,
      [...parts.keys()],
      this.clock.now(),
    ]);
    for (const [part, bytes] of parts) await this.storage.write(`${name}-${part}`, bytes);
    return name;
  }

  /** Asks no policy: load the row that names it through access first. */
  async read(name: string, part: string): Promise<Buffer | undefined> {
    return NAME.test(name) ? this.storage.read(`${name}-${part}`) : undefined;
  }

  /** As `read`, for a file that goes out as it is read. */
  async open(name: string, part: string): Promise<OpenFile | undefined> {
    return NAME.test(name) ? this.storage.open(`${name}-${part}`) : undefined;
  }

  /** Takes the file away once this transaction, in which its row lets it go, has COMMITted. */
  dropAfterCommit(name: string): void {
    // What fails here is found by the sweep.
    this.db.afterCommit(() => this.destroy(name).catch(() => undefined));
  }

  async destroy(name: string): Promise<void> {
    const [kept] = await this.db.query<{ parts: string[] }>(
      'select parts from kept_file where name = $1',
      [name],
    );
    for (const part of kept?.parts ?? []) await this.storage.write(`${name}-${part}`, undefined);
    await this.db.query('delete from kept_file where name = $1', [name]);
  }

  /** What no row uses: of accounts that are gone, and of steps that were cut short. */
  @Job({ name: 'files.sweep', destroys: true, cron: '25 * * * *', isLong: true })
  async sweep(): Promise<void> {
    const unused = await this.db.query<{ name: string }>(
      `select name from kept_file where kept_at < $1
       and name not in (select '' ${this.uses.map((sql) => `union all ${sql}`).join(' ')})`,
      [this.clock.in(-HOUR)],
    );
    for (const { name } of unused) await this.destroy(name);
  }
}
