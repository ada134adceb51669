import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, HOUR } from '#kernel/clock.js';
import type { KeyedFile } from '#kernel/sealing/keyed-file.js';
import { type OpenFile, FileStorage } from './file-storage.js';
import { openSealedFile } from './sealed-file.js';

const NAME = /^[0-9a-f]{32}$/;

/**
 * Stores files under random names of 128 bits. The name is recorded before the bytes are written, so that after a crash
 * a file that no row uses is found and deleted.
 */
@Injectable()
export class FilesService {
  private readonly uses: string[] = [];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: FileStorage,
  ) {}

  /** Registers a query that returns the file names used by a feature's rows. */
  usedBy(sql: string): void {
    this.uses.push(sql);
  }

  /** Stores the parts of a file and returns its name. Call outside write(); a row must use the name within an hour. */
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

  /** Does not check permissions: load the row that names the file through access first. */
  async read(name: string, part: string): Promise<Buffer | undefined> {
    return NAME.test(name) ? this.storage.read(`${name}-${part}`) : undefined;
  }

  /** Like `read`, as a stream. */
  async open(name: string, part: string): Promise<OpenFile | undefined> {
    return NAME.test(name) ? this.storage.open(`${name}-${part}`) : undefined;
  }

  /** Like `open`, for a part that was sealed before it was stored. The bytes are in clear. */
  async openSealed(name: string, part: string, key: KeyedFile): Promise<OpenFile | undefined> {
    return openSealedFile(() => this.open(name, part), key);
  }

  /** Deletes the file after COMMIT of the transaction that removes it from its row. */
  dropAfterCommit(name: string): void {
    // Ignore failures: the sweep deletes what remains.
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

  /** Deletes files that no row uses, for example files of deleted accounts or of interrupted operations. */
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
