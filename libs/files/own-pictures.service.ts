import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { FilesService } from './files.service.js';
import { alike, squares } from './pictures.js';

/** In pixels, for a page and for a list. */
const SIZES = [256, 96] as const;

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

/** The pictures that people show: each under one of their names, and none under two. */
@Injectable()
export class OwnPictures {
  private readonly uses: string[] = [];

  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
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
    const drawn = await squares(bytes, SIZES);
    const small = drawn.get('96')!;
    for (const name of await this.namesOf(accountId)) {
      const other = name === replaced ? undefined : await this.files.read(name, '96');
      if (other && (await alike(small, other))) throw new Invalid('upload.usedElsewhere');
    }
    return this.files.keep(drawn);
  }

  /** Whether this could be the name of a picture in one of its sizes. */
  isName(name: string, size: string): boolean {
    return /^[0-9a-f]{32}$/.test(name) && SIZES.some((one) => String(one) === size);
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
