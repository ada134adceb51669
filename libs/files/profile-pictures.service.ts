import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FileRefusedError, PROFILE_PICTURE_SIZES } from '#cleaning/cleaned-file.js';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { Invalid, TooMany } from '#kernel/errors.js';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { FilesService } from './files.service.js';

/** Maximum size of an uploaded picture. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

/** Headers that make a picture inert in a browser: it cannot act as a page, run scripts or be cached. */
export const INERT_PICTURE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'attachment; filename="avatar.webp"',
  'cache-control': 'private, no-store',
  vary: 'cookie',
};

const busy = () => new TooMany('upload.busy', 10);

/** Stores the pictures of accounts. An account cannot use the same picture under two of its names. */
@Injectable()
export class ProfilePicturesService {
  private readonly uses: string[] = [];
  /** Decoding needs a lot of CPU, so one picture at a time is processed, with a short queue. */
  private readonly turns = new ConcurrencyLimiter(1, 8);

  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    private readonly cleaner: CleanerService,
  ) {}

  /** Registers a query over a feature's rows that returns `name` (of the file) and `account_id`. */
  usedBy(rows: string): void {
    this.uses.push(rows);
    this.files.usedBy(`select name from (${rows}) it`);
  }

  /**
   * Re-encodes a picture and stores it instead of `replaced`. Refuses a picture that the account uses under another of
   * its names, because the picture would reveal that both names belong to one person. Call outside write().
   */
  async keep(accountId: string, bytes: Buffer, replaced: string): Promise<string> {
    const drawn = await this.turns.take(() => this.draw(accountId, bytes, replaced), busy);
    if (drawn.delete('alike')) throw new Invalid('upload.usedElsewhere');
    return this.files.keep(drawn);
  }

  /**
   * Re-encodes the picture in the cleaning process. A crash of that process does not mean that the picture is invalid.
   */
  private async draw(accountId: string, bytes: Buffer, replaced: string) {
    const names = (await this.namesOf(accountId)).filter((name) => name !== replaced);
    const others = await Promise.all(names.map((name) => this.files.read(name, '96')));
    const there = others.filter((other) => other !== undefined);
    const cleaned = await this.cleaner.squares(bytes, there).catch((error: unknown) => {
      if (!(error instanceof FileRefusedError)) throw busy();
      throw new Invalid(error.why === 'notAccepted' ? 'upload.notAPicture' : 'upload.unreadable');
    });
    return new Map(cleaned.parts);
  }

  /** Whether a picture could have this name and size. */
  isName(name: string, size: string): boolean {
    return /^[0-9a-f]{32}$/.test(name) && PROFILE_PICTURE_SIZES.some((one) => String(one) === size);
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
