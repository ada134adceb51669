import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { NotClean, PICTURE_SIZES } from '#cleaning/cleaned.js';
import { Cleaner } from '#cleaning/cleaner.service.js';
import { Invalid, TooMany } from '#kernel/errors.js';
import { Turns } from '#kernel/turns.js';
import { FilesService } from './files.service.js';

/** Beyond this a picture is not taken in. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/** Whatever a file is taken for, it does nothing: it is no page, runs no script and is kept nowhere. */
export const INERT_PICTURE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'attachment; filename="avatar.webp"',
  'cache-control': 'private, no-store',
  vary: 'cookie',
};

const busy = () => new TooMany('upload.busy', 10);

/** The pictures that people show: each under one of their names, and none under two. */
@Injectable()
export class OwnPictures {
  private readonly uses: string[] = [];
  /** Opening a picture takes a processor for a moment: one at a time, and few wait. */
  private readonly turns = new Turns(1, 8);

  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    private readonly cleaner: Cleaner,
  ) {}

  /** A feature says in which rows the names of files of pictures stand, of which account: `name` and `account_id`. */
  usedBy(rows: string): void {
    this.uses.push(rows);
    this.files.usedBy(`select name from (${rows}) it`);
  }

  /**
   * Draws a picture anew and keeps it in the place of `replaced`. One that the account shows under another of its names
   * is refused: whoever sees both would know that the two are one. Outside write().
   */
  async keep(accountId: string, bytes: Buffer, replaced: string): Promise<string> {
    const drawn = await this.turns.take(() => this.draw(accountId, bytes, replaced), busy);
    if (drawn.delete('alike')) throw new Invalid('upload.usedElsewhere');
    return this.files.keep(drawn);
  }

  /** In the cleaning process. What breaks that process says nothing of the picture. */
  private async draw(accountId: string, bytes: Buffer, replaced: string) {
    const names = (await this.namesOf(accountId)).filter((name) => name !== replaced);
    const others = await Promise.all(names.map((name) => this.files.read(name, '96')));
    const there = others.filter((other) => other !== undefined);
    const cleaned = await this.cleaner.squares(bytes, there).catch((error: unknown) => {
      if (!(error instanceof NotClean)) throw busy();
      throw new Invalid(error.why === 'notAccepted' ? 'upload.notAPicture' : 'upload.unreadable');
    });
    return new Map(cleaned.parts);
  }

  /** Whether this could be the name of a picture in one of its sizes. */
  isName(name: string, size: string): boolean {
    return /^[0-9a-f]{32}$/.test(name) && PICTURE_SIZES.some((one) => String(one) === size);
  }

  private async namesOf(accountId: string): Promise<string[]> {
    const all = this.uses.join(' union all ');
    const rows = await this.db.query<{ name: string }>(
      `select name from (${all}) it where account_id = $1`,
      [accountId],
    );
    return rows.map(({ name }) => name);
  }
}
